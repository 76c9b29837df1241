with gone as (
    delete from speed_totals where epoch <= ? returning customer, clock_epoch, total, transactions
)
insert into retired_speed_totals (customer, clock_epoch, total, transactions)
select customer, clock_epoch, sum(total), sum(transactions)
from gone
group by customer, clock_epoch
order by customer, clock_epoch
on conflict (customer, clock_epoch) do update
set total = retired_speed_totals.total + excluded.total,
    transactions = retired_speed_totals.transactions + excluded.transactions
