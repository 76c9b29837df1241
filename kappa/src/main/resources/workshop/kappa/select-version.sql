select version, rule, checkpoint, window_seconds, history_topic_id, topic_id, last_batch, created_at
from kappa_versions
where version = ?
