-- The views that the reader may not read.
select c.relname as view
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind = 'v' and not has_table_privilege('reader', c.oid, 'SELECT')
order by 1
