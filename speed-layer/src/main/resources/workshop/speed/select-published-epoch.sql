select published_epoch from hand_off
