update hand_off set topic = ?, topic_id = ? where topic_id is null
