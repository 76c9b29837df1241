insert into kappa_history_files (path, topic_id, bytes, modified_at, sha256, begins) values (?, ?, ?, ?, ?, ?)
