select path from kappa_history_files where topic_id <> ?
