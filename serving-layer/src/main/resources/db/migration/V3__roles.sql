-- Each layer may do what its layer does. The roles belong to the whole server, so they may be there already; their
-- passwords are set by afterMigrate.sql.
do $$
begin
    if not exists (select from pg_roles where rolname = 'batch_layer') then create role batch_layer login; end if;
    if not exists (select from pg_roles where rolname = 'speed_layer') then create role speed_layer login; end if;
    if not exists (select from pg_roles where rolname = 'reader') then create role reader login; end if;
end
$$;
alter role reader set default_transaction_read_only = on;
alter role reader set statement_timeout = '30s';

do $$
begin
    execute format('grant connect on database %I to batch_layer, speed_layer, reader', current_database());
    execute format('grant temporary on database %I to batch_layer', current_database());
end
$$;
grant usage on schema public to batch_layer, speed_layer, reader;

grant select, update on hand_off to batch_layer;
grant select, insert, update on epochs, archives to batch_layer;
grant select, insert on cuts to batch_layer;
grant select, insert, update, delete on batch_totals, batch_runs, history_files, rejected_records, duplicate_records
    to batch_layer;
grant select, delete on speed_totals to batch_layer;
grant select, insert, update on retired_speed_totals to batch_layer;
grant select on speed_progress to batch_layer;

-- The first layer that runs writes down which topic it counts.
grant select, update (topic, topic_id) on hand_off to speed_layer;
grant select on epochs, cuts to speed_layer;
-- retired_speed_totals: what a speed layer counts that a batch has overtaken.
grant select, insert, update on speed_totals, retired_speed_totals, speed_progress to speed_layer;

grant select on customer_totals, customer_totals_naive, customer_totals_by_clock, coverage, epoch_cuts,
    published_history, batch_report, rejected, duplicates to reader;
