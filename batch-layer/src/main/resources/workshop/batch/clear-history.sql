delete from history_files
