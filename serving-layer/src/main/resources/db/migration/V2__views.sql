-- The merge: each record of the log is on exactly one side, at every instant. Both sides are grouped together, so that
-- PostgreSQL takes "where customer = ..." into each of them.
create view customer_totals as
select customer,
       sum(batch_total)               as batch_total,
       sum(speed_total)               as speed_total,
       sum(batch_total + speed_total) as total,
       sum(transactions)::bigint      as transactions
from (
    select customer, total as batch_total, 0.00 as speed_total, transactions
    from batch_totals
    union all
    select customer, 0.00, total, transactions
    from speed_totals
    where epoch > (select published_epoch from hand_off)
) sides
group by customer;
comment on view customer_totals is 'batch totals of the published epoch + speed totals of the epochs after it';

-- The first wrong merge: everything the batch layer has plus everything the speed layer ever counted.
create view customer_totals_naive as
select customer,
       sum(batch_total)               as batch_total,
       sum(speed_total)               as speed_total,
       sum(batch_total + speed_total) as total,
       sum(transactions)::bigint      as transactions
from (
    select customer, total as batch_total, 0.00 as speed_total, transactions
    from batch_totals
    union all
    select customer, 0.00, total, transactions
    from speed_totals
    union all
    select customer, 0.00, total, transactions
    from retired_speed_totals
) sides
group by customer;
comment on view customer_totals_naive is 'wrong: counts twice what both layers have seen';

-- The second wrong merge: the batch totals plus what happened, by its clock, after the last published cut was declared.
create view customer_totals_by_clock as
select customer,
       sum(batch_total)               as batch_total,
       sum(speed_total)               as speed_total,
       sum(batch_total + speed_total) as total,
       sum(transactions)::bigint      as transactions
from (
    select customer, total as batch_total, 0.00 as speed_total, transactions
    from batch_totals
    union all
    select customer, 0.00, total, transactions
    from speed_totals
    where clock_epoch > (select published_epoch from hand_off)
    union all
    select customer, 0.00, total, transactions
    from retired_speed_totals
    where clock_epoch > (select published_epoch from hand_off)
) sides
group by customer;
comment on view customer_totals_by_clock is 'wrong: loses what arrives late, doubles what a fast clock dates ahead';

-- What an answer covers, a row a partition. All offsets are exclusive: the first that is not covered.
create view coverage as
select p.partition,
       h.published_epoch,
       e.published_at,
       coalesce(c.end_offset, 0)                          as batch_to,
       coalesce(s.next_offset, 0)                         as speed_to,
       greatest(coalesce(c.end_offset, 0), s.next_offset) as covered_to,
       s.accepted                                         as speed_accepted,
       s.rejected                                         as speed_rejected,
       s.updated_at                                       as speed_updated_at,
       clock_timestamp() - e.published_at                 as batch_age,
       clock_timestamp() - s.updated_at                   as speed_age
from hand_off h
left join epochs e on e.epoch = h.published_epoch
cross join (select partition from cuts union select partition from speed_progress) p
left join cuts c on c.partition = p.partition and c.epoch = h.published_epoch
left join speed_progress s on s.partition = p.partition;

create view epoch_cuts as
select h.topic, h.topic_id, h.open_epoch, h.published_epoch, e.epoch, e.declared_at, e.published_at,
       c.partition, c.end_offset
from hand_off h
left join epochs e on true
left join cuts c using (epoch);

create view published_history as select position, path, bytes, modified_at from history_files;
create view batch_report as select r.* from batch_runs r;
create view rejected as select * from rejected_records;
create view duplicates as select * from duplicate_records;
