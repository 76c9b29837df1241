select topic, partition, next_offset from kappa_progress where version = ?
