select coalesce(sum(accepted), 0) as accepted, coalesce(sum(rejected), 0) as rejected from speed_progress
