select c.customer, t.total, c.total as by_clock
from customer_totals t
join customer_totals_by_clock c using (customer)
