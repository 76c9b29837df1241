select topic, partition, log_offset from kappa_unchecked_records where version = ?
