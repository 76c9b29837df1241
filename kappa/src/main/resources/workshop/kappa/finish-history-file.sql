update kappa_history_files set records = ?, finished_at = clock_timestamp() where path = ?
