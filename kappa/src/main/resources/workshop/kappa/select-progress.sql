select topic, partition, next_offset, mark_offset, mark from kappa_progress where version = ?
