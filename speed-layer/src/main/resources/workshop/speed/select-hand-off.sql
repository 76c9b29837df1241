select topic, topic_id, open_epoch, published_epoch from hand_off
