select path, records
from kappa_history_files
where case when held_sha256 is null then sha256 = ? else held_sha256 = ? and held_bytes = ? end
  and path <> ? and topic_id = ? and records is not null
