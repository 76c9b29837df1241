select path, bytes, modified_at from published_history order by position
