insert into retired_speed_totals (customer, clock_epoch, total, transactions)
select * from unnest(?::text[], ?::integer[], ?::numeric[], ?::bigint[])
on conflict (customer, clock_epoch) do update
set total = retired_speed_totals.total + excluded.total,
    transactions = retired_speed_totals.transactions + excluded.transactions
