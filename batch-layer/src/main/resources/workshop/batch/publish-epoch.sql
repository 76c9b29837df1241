update epochs set published_at = clock_timestamp() where published_at is null and epoch <= ?
