insert into kappa_history_files (bytes, modified_at, sha256, held_bytes, held_sha256, begins, path, topic_id)
values (?, ?, ?, ?, ?, ?, ?, ?)
