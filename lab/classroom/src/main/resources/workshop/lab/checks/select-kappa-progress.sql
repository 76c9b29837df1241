select topic, partition, next_offset from kappa_coverage where version = (select version from kappa_report where promoted)
