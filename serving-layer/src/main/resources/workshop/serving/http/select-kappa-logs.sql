select v.version, v.topic_id, v.history_topic_id, m.partition, m.mark_offset, m.mark
from kappa_report v
left join kappa_marks m on m.version = v.version and m.topic = ?
