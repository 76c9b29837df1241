select c.partition, c.next_offset
from kappa_coverage c
join kappa_report r on r.version = c.version and r.promoted
where c.topic not like '%.history'
