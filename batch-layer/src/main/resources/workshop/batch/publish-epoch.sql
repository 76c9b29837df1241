update epochs set published_at = clock_timestamp() where epoch = ?
