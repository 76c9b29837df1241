select path from kappa_history_files where records is null and path <> ?
