select customer, batch_total, speed_total, transactions from customer_totals
