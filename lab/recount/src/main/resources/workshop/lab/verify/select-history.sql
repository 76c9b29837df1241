select path, bytes, modified_at, held_bytes, held_sha256 from published_history order by position
