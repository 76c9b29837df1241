-- Runs each time. A password that was changed in the settings holds from then on.
alter role batch_layer password '${batch_layer_password}';
alter role speed_layer password '${speed_layer_password}';
alter role kappa password '${kappa_password}';
alter role reader password '${reader_password}';

-- A process that was stopped in the middle of a transaction, or whose machine is gone, must not keep the locks of that
-- transaction: a speed layer's would keep every batch waiting, a batch's the speed layer. A batch computes nothing inside its
-- transactions and asks Kafka one question, so it gets the shortest time.
alter role speed_layer set idle_in_transaction_session_timeout = '30s';
alter role speed_layer set tcp_keepalives_idle = 15;
alter role speed_layer set tcp_keepalives_interval = 5;
alter role speed_layer set tcp_keepalives_count = 3;
alter role batch_layer set idle_in_transaction_session_timeout = '15s';
alter role batch_layer set tcp_keepalives_idle = 15;
alter role batch_layer set tcp_keepalives_interval = 5;
alter role batch_layer set tcp_keepalives_count = 3;
alter role kappa set idle_in_transaction_session_timeout = '30s';
alter role kappa set tcp_keepalives_idle = 15;
alter role kappa set tcp_keepalives_interval = 5;
alter role kappa set tcp_keepalives_count = 3;

-- Advisory locks, with which the batch layer and Kappa make sure that they run once. The superuser has taken them from everybody
-- and given them to the owner; if there was no superuser, everybody has them, and this changes nothing.
grant execute on function pg_try_advisory_lock(integer, integer), pg_advisory_unlock_all() to batch_layer, kappa;

-- The reader selects from views. A role may change its own settings, and may give up its own rights (drop owned), so all of them
-- are set anew each time. The first three settings are a help for who makes a mistake: the reader may lift them. What it cannot
-- lift are its rights, how many connections it may have, and how much of the disk its sorts may take.
alter role reader reset all;
do $$
declare
    view_name name;
begin
    execute format('alter role reader in database %I reset all', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to reader', current_database());
    for view_name in select viewname from pg_views where schemaname = 'public' loop
        execute format('grant select on %I to reader', view_name);
    end loop;
    if has_parameter_privilege('temp_file_limit', 'set') then
        alter role reader set temp_file_limit = '1GB'; -- for each session
    end if;
end
$$;
revoke all on schema public from public;
grant usage on schema public to reader;
alter role reader set default_transaction_read_only = on;
alter role reader set statement_timeout = '30s';
alter role reader set idle_in_transaction_session_timeout = '60s';
alter role reader set tcp_keepalives_idle = 15;
alter role reader set tcp_keepalives_interval = 5;
alter role reader set tcp_keepalives_count = 3;
alter role reader connection limit 30;
