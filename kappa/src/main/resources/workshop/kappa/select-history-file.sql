select topic_id, bytes, sha256, begins, records from kappa_history_files where path = ?
