select records, files from published_history_share
