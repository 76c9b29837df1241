select coalesce(sum(batch_total), 0.00)   as batch_total,
       coalesce(sum(speed_total), 0.00)   as speed_total,
       coalesce(sum(total), 0.00)         as total,
       coalesce(sum(transactions), 0)::bigint as transactions,
       count(*)                           as customers
from customer_totals
