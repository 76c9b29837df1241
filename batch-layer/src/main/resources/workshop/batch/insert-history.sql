insert into history_files (position, path, bytes, modified_at) values (?, ?, ?, ?)
