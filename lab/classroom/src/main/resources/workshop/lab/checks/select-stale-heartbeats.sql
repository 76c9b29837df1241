-- A speed layer that ends in order takes its row away.
select count(*) from speed_heartbeats where beat_at < clock_timestamp() - interval '6 seconds'
