-- The hand-off between the layers, one row. Whoever writes totals or cuts holds its lock, an advisory one: the speed layer
-- shares it while it commits, the batch layer has it alone while it declares a cut and while it publishes. So no cut
-- appears, and no epoch is published, in the middle of a speed layer's commit.
create table hand_off (
    only_row        boolean primary key default true check (only_row),
    topic           text,
    topic_id        text,
    open_epoch      integer not null default 1,
    published_epoch integer not null default 0,
    check (published_epoch < open_epoch)
);
comment on column hand_off.topic_id is 'Kafka''s id of the topic that is counted; a topic made anew has another';
comment on column hand_off.open_epoch is 'the epoch that has no end yet: one more than the last that was cut';
comment on column hand_off.published_epoch is 'the batch totals cover the history and this epoch and all before it';
insert into hand_off default values;

-- An epoch is a stretch of the log, from the cut before it to its own. Epochs are numbered from 1 without gaps.
create table epochs (
    epoch        integer primary key check (epoch > 0),
    declared_at  timestamptz not null default clock_timestamp(),
    published_at timestamptz
);

-- Where an epoch ends in a partition: the first offset that is not in it (exclusive).
-- A partition that an epoch does not name was not there yet: the epoch ends at offset 0 in it.
create table cuts (
    epoch      integer not null references epochs,
    partition  integer not null check (partition >= 0),
    end_offset bigint  not null check (end_offset >= 0),
    primary key (epoch, partition)
);

-- How many records the lake holds of an epoch, known since its publication: a lake that loses some is noticed.
create table archives (
    epoch   integer primary key references epochs,
    records bigint not null check (records >= 0)
);

-- The master view: totals of the history and of all published epochs, duplicates removed. Currency units.
create table batch_totals (
    customer     text collate "C" primary key,
    total        numeric(38, 2) not null,
    transactions bigint not null check (transactions > 0)
);

-- What the speed layer counted, by two epochs of each transaction: the one of its place in the log, which is the truth,
-- and the one of its clock time, which serves the wrong merge that students compare with.
create table speed_totals (
    customer     text collate "C" not null,
    epoch        integer not null,
    clock_epoch  integer not null,
    total        numeric(38, 2) not null,
    transactions bigint not null,
    primary key (customer, epoch, clock_epoch)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- What the speed layer counted of epochs that the batch layer answers for now. Only the wrong merges read it.
create table retired_speed_totals (
    customer     text collate "C" not null,
    clock_epoch  integer not null,
    total        numeric(38, 2) not null,
    transactions bigint not null,
    primary key (customer, clock_epoch)
);

-- Where the speed layer goes on: the first offset that is not counted (exclusive), committed with the totals.
create table speed_progress (
    partition   integer primary key check (partition >= 0),
    next_offset bigint not null check (next_offset >= 0),
    accepted    bigint not null default 0,
    rejected    bigint not null default 0,
    updated_at  timestamptz not null default clock_timestamp()
) with (fillfactor = 50);

-- What the last publication was made of and what it found.
create table batch_runs (
    epoch       integer primary key references epochs,
    read        bigint not null,
    accepted    bigint not null,
    duplicates  bigint not null,
    conflicting bigint not null,
    rejected    bigint not null,
    finished_at timestamptz not null default clock_timestamp(),
    check (read = accepted + duplicates + rejected),
    check (conflicting <= duplicates)
);

create table history_files (
    position    integer primary key,
    path        text not null,
    bytes       bigint not null,
    modified_at timestamptz not null
);

-- Places are a file and a line (from 1), or a partition and an offset.
create table rejected_records (
    position   bigint primary key,
    file       text,
    line       bigint,
    partition  integer,
    log_offset bigint,
    code       text not null,
    sentence   text not null,
    record     text not null
);

create table duplicate_records (
    position       bigint primary key,
    file           text,
    line           bigint,
    partition      integer,
    log_offset     bigint,
    transaction_id text not null,
    customer       text not null,
    amount         numeric(38, 2) not null,
    conflicting    boolean not null,
    counted        text not null
);
comment on column duplicate_records.counted is 'the place of the record with this id that counts';
