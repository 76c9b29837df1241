select coalesce(sum(batch_total), 0.00)   as batch_total,
       coalesce(sum(speed_total), 0.00)   as speed_total,
       coalesce(sum(total), 0.00)         as total,
       coalesce(sum(transactions), 0)::bigint as transactions,
       coalesce(sum(left_out), 0.00)      as left_out,
       coalesce(sum(left_out_transactions), 0)::bigint as left_out_transactions,
       count(*)                           as customers
from customer_totals
