insert into speed_totals (customer, epoch, clock_epoch, total, transactions)
select * from unnest(?::text[], ?::integer[], ?::integer[], ?::numeric[], ?::bigint[])
on conflict (customer, epoch, clock_epoch) do update
set total = speed_totals.total + excluded.total,
    transactions = speed_totals.transactions + excluded.transactions
