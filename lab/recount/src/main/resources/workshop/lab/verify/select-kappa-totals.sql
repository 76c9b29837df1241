select customer, total, transactions, left_out, left_out_transactions from kappa_version_totals where version = ?
