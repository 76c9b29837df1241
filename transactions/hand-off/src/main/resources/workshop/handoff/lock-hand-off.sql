set local idle_in_transaction_session_timeout = '30s';
lock table hand_off_lock in exclusive mode
