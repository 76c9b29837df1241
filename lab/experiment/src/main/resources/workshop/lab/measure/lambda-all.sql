select coalesce(sum(total), 0), coalesce(sum(transactions), 0), coalesce(sum(left_out), 0),
       coalesce(sum(left_out_transactions), 0)
from customer_totals
