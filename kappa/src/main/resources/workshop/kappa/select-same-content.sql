select path, records from kappa_history_files where sha256 = ? and path <> ? and records is not null
