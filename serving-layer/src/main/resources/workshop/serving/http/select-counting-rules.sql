select r.layer, r.rule, max(c.speed_updated_at) filter (where r.to_offset is null) as counted_at
from counting_rules r
left join coverage c using (partition)
group by r.layer, r.rule
order by r.layer, counted_at nulls first, r.rule
