select epoch, declared_at, published_at, partition, end_offset
from epoch_cuts
where epoch is null or epoch >= open_epoch - 13
order by epoch, partition
