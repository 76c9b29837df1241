select total, transactions, 0.00, 0 from customer_totals_by_clock where customer = ?
