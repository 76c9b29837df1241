select partition, log_offset from rejected where partition is not null
