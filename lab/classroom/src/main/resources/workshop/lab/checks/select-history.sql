select path, bytes from published_history order by position
