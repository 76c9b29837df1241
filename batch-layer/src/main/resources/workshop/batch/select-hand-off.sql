select open_epoch, published_epoch from hand_off
