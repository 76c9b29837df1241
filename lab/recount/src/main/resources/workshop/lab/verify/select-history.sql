select path, bytes, modified_at, null::text as sha256, held_bytes, held_sha256 from published_history order by position
