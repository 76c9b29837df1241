select path, bytes, modified_at, held_bytes, held_sha256 from history_files order by position
