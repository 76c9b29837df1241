-- Runs each time. A password that was changed in the settings holds from then on.
alter role batch_layer password '${batch_layer_password}';
alter role speed_layer password '${speed_layer_password}';
alter role kappa password '${kappa_password}';
alter role reader password '${reader_password}';

-- A speed layer that was stopped in the middle of a commit, or whose machine is gone, must not keep the hand-off's lock: it
-- would keep every batch waiting.
alter role speed_layer set idle_in_transaction_session_timeout = '30s';
alter role speed_layer set tcp_keepalives_idle = 15;
alter role speed_layer set tcp_keepalives_interval = 5;
alter role speed_layer set tcp_keepalives_count = 3;
alter role batch_layer set tcp_keepalives_idle = 15;
alter role batch_layer set tcp_keepalives_interval = 5;
alter role batch_layer set tcp_keepalives_count = 3;
alter role kappa set idle_in_transaction_session_timeout = '30s';
alter role kappa set tcp_keepalives_idle = 15;
alter role kappa set tcp_keepalives_interval = 5;
alter role kappa set tcp_keepalives_count = 3;
