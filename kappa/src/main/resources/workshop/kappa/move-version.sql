update kappa_versions
set last_batch = ?, read = read + ?, accepted = accepted + ?, duplicates = duplicates + ?, conflicting = conflicting + ?,
    rejected = rejected + ?, unchecked = unchecked + ?, forgotten = forgotten + ?, updated_at = clock_timestamp()
where version = ?
