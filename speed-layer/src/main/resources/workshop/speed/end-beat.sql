delete from speed_heartbeats where run = ?
