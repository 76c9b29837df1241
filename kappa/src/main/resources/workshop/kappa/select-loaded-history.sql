select path, coalesce(held_bytes, bytes) as held_bytes, coalesce(held_sha256, sha256) as held_sha256
from kappa_history_files
where records > 0
order by path
