insert into speed_totals (customer, epoch, clock_epoch, total, transactions, left_out, left_out_transactions)
select * from unnest(?::text[], ?::integer[], ?::integer[], ?::numeric[], ?::bigint[], ?::numeric[], ?::bigint[])
on conflict (customer, epoch, clock_epoch) do update
set total = speed_totals.total + excluded.total,
    transactions = speed_totals.transactions + excluded.transactions,
    left_out = speed_totals.left_out + excluded.left_out,
    left_out_transactions = speed_totals.left_out_transactions + excluded.left_out_transactions
