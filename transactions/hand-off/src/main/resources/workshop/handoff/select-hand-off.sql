select topic, topic_id, open_epoch, published_epoch, clock_timestamp() as at from hand_off_state
