-- The mark of the last counted record, kept beside the offset that the layer goes on from: 64 bits of a hash over the record
-- as it stands in the log, and the record's offset. The next run looks whether that record still stands there: a log that
-- lost its end and grew again has another one. A row of before this has no mark until the next commit.
alter table speed_progress
    add column mark_offset bigint,
    add column mark        bigint,
    add check ((mark is null) = (mark_offset is null) and mark_offset < next_offset);

-- An end may stand behind a transaction's marker, so the last record may stand some offsets before it.
alter table cuts
    add column mark_offset bigint,
    add column mark        bigint,
    add check ((mark is null) = (mark_offset is null) and mark_offset < end_offset);

alter table kappa_progress
    add column mark_offset bigint,
    add column mark        bigint,
    add check ((mark is null) = (mark_offset is null) and mark_offset < next_offset);

-- The log that both layers have counted: one row or more, a row a mark. Of the cuts, the last one tells of those before it.
create view counted_log as
select h.topic, h.topic_id, m.partition, m.mark_offset, m.mark
from hand_off h
left join (
    select partition, mark_offset, mark
    from speed_progress
    where mark is not null
    union
    select c.partition, c.mark_offset, c.mark
    from cuts c
    join hand_off o on c.epoch = o.open_epoch - 1
    where c.mark is not null
) m on true;
grant select on counted_log to batch_layer, speed_layer, reader;

create view kappa_marks as
select version, topic, partition, mark_offset, mark from kappa_progress where mark is not null;
grant select on kappa_marks to reader;
