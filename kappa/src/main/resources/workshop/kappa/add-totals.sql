insert into kappa_totals (version, customer, total, transactions, left_out, left_out_transactions)
select ?, * from unnest(?::text[], ?::numeric[], ?::bigint[], ?::numeric[], ?::bigint[])
on conflict (version, customer) do update
set total = kappa_totals.total + excluded.total,
    transactions = kappa_totals.transactions + excluded.transactions,
    left_out = kappa_totals.left_out + excluded.left_out,
    left_out_transactions = kappa_totals.left_out_transactions + excluded.left_out_transactions
