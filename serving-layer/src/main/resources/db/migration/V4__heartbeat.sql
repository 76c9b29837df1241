-- A running speed layer says so every two seconds, also when nothing comes: its last commit would not tell an idle one from
-- a dead one. A row a run; it goes with the run, and what a killed one leaves grows old.
create table speed_heartbeats (
    run     text primary key,
    beat_at timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on speed_heartbeats to speed_layer;

-- Which layers run at this moment. A batch holds its lock while it runs.
create view layers as
select exists (
           select from pg_locks
           where locktype = 'advisory'
             and database = (select oid from pg_database where datname = current_database())
             and classid::bigint = hashtext('lambda workshop')::bigint & 4294967295
             and objid::bigint = hashtext('batch run')::bigint & 4294967295
             and granted
       )                                                                          as batch_running,
       (select max(finished_at) from batch_runs)                                  as batch_finished_at,
       exists (
           select from speed_heartbeats where beat_at > clock_timestamp() - interval '6 seconds'
       )                                                                          as speed_running,
       (select max(updated_at) from speed_progress where accepted + rejected > 0) as speed_updated_at;
grant select on layers to reader;
