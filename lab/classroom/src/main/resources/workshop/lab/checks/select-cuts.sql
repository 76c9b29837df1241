select epoch, (extract(epoch from declared_at) * 1000)::bigint as declared_ms, partition, end_offset
from epoch_cuts
order by epoch, partition
