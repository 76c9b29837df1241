insert into kappa_history_files (path, topic_id, bytes, sha256, begins) values (?, ?, ?, ?, ?)
