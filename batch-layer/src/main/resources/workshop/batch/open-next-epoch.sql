update hand_off set open_epoch = ?
