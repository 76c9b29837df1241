select total, transactions, left_out, left_out_transactions from customer_totals where customer = ?
