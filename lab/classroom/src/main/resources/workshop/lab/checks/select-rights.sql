-- What the reader may do beside reading, on all relations or on a column of one.
select c.relname as relation, p.privilege
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
cross join (values ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (privilege)
where n.nspname = 'public'
  and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and (has_table_privilege('reader', c.oid, p.privilege)
       or p.privilege in ('INSERT', 'UPDATE') and has_any_column_privilege('reader', c.oid, p.privilege))
order by 1, 2
