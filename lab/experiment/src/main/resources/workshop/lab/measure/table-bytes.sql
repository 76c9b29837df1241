select coalesce(sum(pg_total_relation_size(c.oid)), 0)
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public'
  and c.relkind = 'r'
  and c.relname <> 'flyway_schema_history'
  and (c.relname like 'kappa%') = ?
