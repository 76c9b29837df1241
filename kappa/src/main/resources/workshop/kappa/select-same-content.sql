select path, records
from kappa_history_files
where sha256 = ? and path <> ? and topic_id = ? and records is not null
