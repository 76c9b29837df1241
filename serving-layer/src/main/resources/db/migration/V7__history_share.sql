-- How many records of the last publication came from files. What else it read was the log, as the lake holds it.
create view published_history_share as
select (r.read - coalesce((select sum(a.records) from archives a where a.epoch <= r.epoch), 0))::bigint as records,
       (select count(*) from history_files)                                                            as files
from batch_runs r
join hand_off h on r.epoch = h.published_epoch;
grant select on published_history_share to reader;
