update hand_off set published_epoch = ?
