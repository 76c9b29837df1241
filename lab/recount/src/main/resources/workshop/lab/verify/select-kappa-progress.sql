select topic, partition, next_offset from kappa_coverage where version = ?
