update kappa_history_files
set bytes = ?, modified_at = ?, sha256 = ?, loaded_bytes = coalesce(held_bytes, bytes), held_bytes = ?, held_sha256 = ?,
    begins = ?, loaded_records = records, records = null, finished_at = null
where path = ? and topic_id = ?
