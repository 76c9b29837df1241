select epoch, declared_at, partition, end_offset
from epochs
left join cuts using (epoch)
order by epoch, partition
