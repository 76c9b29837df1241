select topic_id, coalesce(held_bytes, bytes) as held_bytes, coalesce(held_sha256, sha256) as held_sha256, begins,
       loaded_bytes, loaded_records, records
from kappa_history_files
where path = ?
