select customer, batch_total, speed_total, total, transactions, left_out, left_out_transactions
from customer_totals
