select sum(r.total)                                             as right_total,
       sum(n.total)                                             as naive_total,
       sum(abs(n.total - coalesce(r.total, 0)))                 as naive_error,
       count(*) filter (where n.total <> coalesce(r.total, 0))  as naive_wrong,
       sum(c.total)                                             as clock_total,
       sum(abs(coalesce(c.total, 0) - coalesce(r.total, 0)))    as clock_error,
       count(*) filter (where coalesce(c.total, 0) <> coalesce(r.total, 0)) as clock_wrong
from customer_totals_naive n
left join customer_totals r using (customer)
left join customer_totals_by_clock c using (customer)
