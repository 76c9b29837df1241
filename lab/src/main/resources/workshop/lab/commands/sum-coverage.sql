select coalesce(sum(speed_accepted), 0) as accepted, coalesce(sum(speed_rejected), 0) as rejected from coverage
