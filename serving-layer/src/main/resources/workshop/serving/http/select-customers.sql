select customer, batch_total, speed_total, total, transactions, count(*) over () as count
from customer_totals
where strpos(lower(customer), lower(?)) > 0
order by %s, customer
limit ? offset ?
