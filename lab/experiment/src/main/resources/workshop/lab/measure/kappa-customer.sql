select total, transactions, left_out, left_out_transactions from kappa_customer_totals where customer = ?
