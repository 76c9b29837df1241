with old as (
    delete from speed_heartbeats where beat_at < clock_timestamp() - interval '1 hour'
)
insert into speed_heartbeats (run, rule) values (?, ?) on conflict (run) do update set beat_at = clock_timestamp()
