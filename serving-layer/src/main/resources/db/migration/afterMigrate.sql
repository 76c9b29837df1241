-- Runs each time: a password that was changed in the settings holds from then on.
alter role batch_layer password '${batch_layer_password}';
alter role speed_layer password '${speed_layer_password}';
alter role reader password '${reader_password}';
