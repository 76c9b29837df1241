insert into history_files (position, path, bytes, modified_at, held_bytes, held_sha256) values (?, ?, ?, ?, ?, ?)
