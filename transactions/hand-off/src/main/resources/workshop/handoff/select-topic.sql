select topic, topic_id from hand_off
