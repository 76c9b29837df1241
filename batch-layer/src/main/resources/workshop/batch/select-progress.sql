select partition, next_offset from speed_progress order by partition
