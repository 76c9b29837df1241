-- Kappa: the same totals from the log alone, beside the Lambda layers and without anything of theirs. A changed rule is
-- another version of the job, with a table and a checkpoint of its own.
do $$
begin
    if not exists (select from pg_roles where rolname = 'kappa') then create role kappa login; end if;
    execute format('grant connect on database %I to kappa', current_database());
end
$$;
grant usage on schema public to kappa;

-- The history files that are in the log, or on their way there. A file that was loaded is known by path and content.
create table kappa_history_files (
    path        text primary key,
    topic_id    text not null,
    bytes       bigint not null,
    modified_at timestamptz not null,
    sha256      text not null,
    begins      bigint[] not null,
    records     bigint,
    started_at  timestamptz not null default clock_timestamp(),
    finished_at timestamptz
);
comment on column kappa_history_files.begins is 'where it begins in each partition of the topic; its records go to them in turn';
comment on column kappa_history_files.records is 'null until all of them are in the log';

-- One row a version, moved with its totals in one transaction: exact at every instant.
create table kappa_versions (
    version          text primary key check (version ~ '^[a-z][a-z0-9_]{0,29}$'),
    rule             text not null,
    checkpoint       text not null,
    window_seconds   bigint not null check (window_seconds > 0),
    history_topic_id text not null,
    topic_id         text not null,
    last_batch       bigint not null default -1,
    read             bigint not null default 0,
    accepted         bigint not null default 0,
    duplicates       bigint not null default 0,
    conflicting      bigint not null default 0,
    rejected         bigint not null default 0,
    unchecked        bigint not null default 0,
    forgotten        bigint not null default 0,
    created_at       timestamptz not null default clock_timestamp(),
    updated_at       timestamptz,
    check (read = accepted + duplicates + rejected),
    check (conflicting <= duplicates and unchecked <= accepted)
);
comment on column kappa_versions.checkpoint is 'the folder of Spark''s notes and state that belongs to these totals';
comment on column kappa_versions.unchecked is 'counted although older than the window: their ids may have been forgotten';
comment on column kappa_versions.forgotten is 'ids that have left the state, since the watermark has passed them';

-- Where a version goes on: the first offset that is not counted (exclusive).
create table kappa_progress (
    version     text not null references kappa_versions on delete cascade,
    topic       text not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (version, topic, partition)
);

create table kappa_totals (
    version               text not null,
    customer              text collate "C" not null,
    total                 numeric(38, 2) not null,
    transactions          bigint not null,
    left_out              numeric(38, 2) not null,
    left_out_transactions bigint not null,
    primary key (version, customer)
) partition by list (version);

-- A rejected record by its place in the log, where it stays; at is the byte in its history file.
create table kappa_rejected (
    version    text not null references kappa_versions on delete cascade,
    topic      text not null,
    partition  integer not null,
    log_offset bigint not null,
    file       text,
    at         bigint,
    code       text not null,
    sentence   text not null,
    primary key (version, topic, partition, log_offset)
);

-- Counted without knowing whether it is a duplicate: it is older than the window, and its id is not in the state.
create table kappa_unchecked (
    version        text not null references kappa_versions on delete cascade,
    topic          text not null,
    partition      integer not null,
    log_offset     bigint not null,
    transaction_id text not null,
    customer       text not null,
    amount         numeric(38, 2) not null,
    primary key (version, topic, partition, log_offset)
);

-- Which version answers: one row, so that a promotion is one update and a reader waits for nothing.
create table kappa_serving (
    only_row    boolean primary key default true check (only_row),
    version     text references kappa_versions,
    promoted_at timestamptz
);
insert into kappa_serving default values;

-- A version's table is made and dropped by these, as the owner: the role kappa makes no tables.
create function create_kappa_version(
    name text, rule text, checkpoint text, window_seconds bigint, history_topic_id text, topic_id text
) returns void
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '10s' as $$
begin
    insert into kappa_versions (version, rule, checkpoint, window_seconds, history_topic_id, topic_id)
    values (name, rule, checkpoint, window_seconds, history_topic_id, topic_id);
    -- Attached, not made as a partition: readers of the other versions wait for nothing.
    execute format(
        'create table %I (like kappa_totals including all) with (fillfactor = 70)', 'kappa_totals_' || name);
    execute format('alter table kappa_totals attach partition %I for values in (%L)', 'kappa_totals_' || name, name);
    update kappa_serving set version = name, promoted_at = clock_timestamp() where version is null;
end
$$;

create function drop_kappa_version(name text) returns void
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '10s' as $$
begin
    delete from kappa_versions where version = name;
    if found then
        execute format('drop table %I', 'kappa_totals_' || name);
    end if;
end
$$;
revoke execute on function create_kappa_version, drop_kappa_version from public;
grant execute on function create_kappa_version, drop_kappa_version to kappa;

grant select, insert, update on kappa_history_files to kappa;
grant select, update on kappa_versions to kappa;
grant select, insert, update on kappa_progress, kappa_totals to kappa;
grant select, insert on kappa_rejected, kappa_unchecked to kappa;
grant select, update on kappa_serving to kappa;

-- region answer
create view kappa_customer_totals as
select customer, total, transactions, left_out, left_out_transactions
from kappa_totals
where version = (select version from kappa_serving)
  and (transactions > 0 or left_out_transactions > 0);
-- endregion
comment on view kappa_customer_totals is 'the totals of the version that is promoted';

-- A version's job holds its lock while it runs.
create view kappa_report as
select v.version,
       v.version is not distinct from s.version as promoted,
       exists (
           select from pg_locks
           where locktype = 'advisory'
             and database = (select oid from pg_database where datname = current_database())
             and classid::bigint = hashtext('lambda workshop kappa')::bigint & 4294967295
             and objid::bigint = hashtext(v.version)::bigint & 4294967295
             and granted
       )                                        as running,
       v.rule, v.window_seconds, v.history_topic_id, v.topic_id, v.read, v.accepted, v.duplicates, v.conflicting,
       v.rejected, v.unchecked, v.forgotten, v.created_at, v.updated_at
from kappa_versions v
cross join kappa_serving s;

create view kappa_coverage as select version, topic, partition, next_offset from kappa_progress;
create view kappa_version_totals as
select version, customer, total, transactions, left_out, left_out_transactions
from kappa_totals
where transactions > 0 or left_out_transactions > 0;
create view kappa_history as
select path, bytes, modified_at, sha256, records, started_at, finished_at from kappa_history_files;
create view kappa_unchecked_records as select * from kappa_unchecked;
create view kappa_rejected_records as select * from kappa_rejected;
grant select on kappa_customer_totals, kappa_report, kappa_coverage, kappa_version_totals, kappa_history,
    kappa_unchecked_records, kappa_rejected_records to reader;
grant select on kappa_report to kappa;
