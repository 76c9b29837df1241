-- A rule says which transactions count. What it leaves out is added up beside the total, so a changed rule loses nothing.
-- A rule of the batch layer holds for a whole publication; the speed layer's may change at any offset.
alter table batch_runs add column rule text not null default 'all';
alter table speed_heartbeats add column rule text not null default 'all';

alter table batch_totals
    add column left_out              numeric(38, 2) not null default 0,
    add column left_out_transactions bigint not null default 0,
    drop constraint batch_totals_transactions_check,
    add check (transactions >= 0 and left_out_transactions >= 0 and transactions + left_out_transactions > 0);

alter table speed_totals
    add column left_out              numeric(38, 2) not null default 0,
    add column left_out_transactions bigint not null default 0;

-- By which rule the speed layer counted from which offset on (inclusive), up to the next row of the partition.
create table speed_rules (
    partition   integer not null,
    from_offset bigint  not null,
    rule        text    not null,
    primary key (partition, from_offset)
);
alter table speed_progress add column rule text;
comment on column speed_progress.rule is 'of the last commit; null where nothing is counted yet';
update speed_progress set rule = 'all';
insert into speed_rules select partition, 0, 'all' from speed_progress;
grant select, insert, update on speed_rules to speed_layer;

-- region merge
create or replace view customer_totals as
select customer,
       sum(batch_total)                       as batch_total,
       sum(speed_total)                       as speed_total,
       sum(batch_total + speed_total)         as total,
       sum(transactions)::bigint              as transactions,
       sum(left_out)                          as left_out,
       sum(left_out_transactions)::bigint     as left_out_transactions
from (
    select customer, total as batch_total, 0.00 as speed_total, transactions, left_out, left_out_transactions
    from batch_totals
    union all
    select customer, 0.00, total, transactions, left_out, left_out_transactions
    from speed_totals
    where epoch > (select published_epoch from hand_off)
) sides
group by customer;
-- endregion

-- The rules behind the merged totals of this moment: the batch layer's, and the speed layer's from which offset to which
-- (exclusive; null where it still holds). More than one rule in here, and the totals mix two answers.
create view counting_rules as
select 'batch' as layer, null::integer as partition, null::bigint as from_offset, null::bigint as to_offset, r.rule
from batch_runs r
join hand_off h on r.epoch = h.published_epoch
union all
select 'speed', s.partition, s.from_offset, s.to_offset, s.rule
from (
    select partition, from_offset, rule,
           lead(from_offset) over (partition by partition order by from_offset) as to_offset
    from speed_rules
) s
join coverage c on c.partition = s.partition
where coalesce(s.to_offset, c.speed_to) > c.batch_to;
grant select on counting_rules to reader;

drop view batch_report;
create view batch_report as select r.* from batch_runs r;
grant select on batch_report to reader;
