insert into speed_progress (partition, next_offset) values (?, ?) on conflict (partition) do nothing
