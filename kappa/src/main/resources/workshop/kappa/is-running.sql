select exists (
    select from pg_locks
    where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())
      and classid::bigint = hashtext('lambda workshop kappa')::bigint & 4294967295
      and objid::bigint = hashtext(?)::bigint & 4294967295
      and granted
)
