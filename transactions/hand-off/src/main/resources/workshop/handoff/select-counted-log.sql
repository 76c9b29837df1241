select topic, topic_id, partition, mark_offset, mark from counted_log
