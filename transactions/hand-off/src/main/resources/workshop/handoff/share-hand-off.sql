lock table hand_off_lock in share mode
