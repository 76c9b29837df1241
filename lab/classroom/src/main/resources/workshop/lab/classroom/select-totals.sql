select customer, batch_total, speed_total, total, transactions
from customer_totals
order by customer
