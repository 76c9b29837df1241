-- What the published history files held: the next batch compares, and refuses to take out what is counted without being told
-- so. Null in publications before this migration. bytes is the length of the file, held_bytes ends with its last record.
alter table history_files
    add column held_bytes  bigint check (held_bytes >= 0),
    add column held_sha256 text,
    add check ((held_bytes is null) = (held_sha256 is null));
comment on column history_files.held_sha256 is 'SHA-256 of the first held_bytes bytes, in hexadecimal digits';
create or replace view published_history as
select position, path, bytes, modified_at, held_bytes, held_sha256 from history_files;

-- The same of the files that are in Kappa's log, whose sha256 is of the whole file. What was appended to one is loaded by
-- itself, behind what other files have brought meanwhile; begins is of that part then.
alter table kappa_history_files
    add column loaded_bytes   bigint not null default 0 check (loaded_bytes >= 0),
    add column loaded_records bigint not null default 0 check (loaded_records >= 0),
    add column held_bytes  bigint check (held_bytes >= 0),
    add column held_sha256 text,
    add check ((held_bytes is null) = (held_sha256 is null));
comment on column kappa_history_files.loaded_bytes is 'what earlier loads have brought: the records that begin before this byte';
create or replace view kappa_history as
select path, bytes, modified_at, sha256, records, started_at, finished_at, held_bytes, held_sha256 from kappa_history_files;
