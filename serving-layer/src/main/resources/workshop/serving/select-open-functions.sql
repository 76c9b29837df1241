-- Functions of PostgreSQL that every role may call at first, and with which a role that may only select could stop others:
-- advisory locks, large objects, signals to sessions, messages to the write-ahead log.
select oid::regprocedure::text as signature
from pg_proc
where pronamespace = 'pg_catalog'::regnamespace
  and (proname like any (array['pg\_advisory\_%', 'pg\_try\_advisory\_%', 'lo\_%'])
       or proname in ('loread', 'lowrite', 'pg_cancel_backend', 'pg_terminate_backend', 'pg_logical_emit_message'))
  and has_function_privilege('public', oid, 'execute')
order by 1
