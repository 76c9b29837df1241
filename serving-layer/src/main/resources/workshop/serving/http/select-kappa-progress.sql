select version, topic, partition, next_offset from kappa_coverage
