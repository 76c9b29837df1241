select rule, history_topic_id, topic_id, forgotten from kappa_report where version = ?
