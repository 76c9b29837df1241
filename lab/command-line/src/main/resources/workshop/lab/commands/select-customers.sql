select customer from customer_totals limit ?
