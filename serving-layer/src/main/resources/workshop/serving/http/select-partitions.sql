select partition, batch_to, speed_to, covered_to, coalesce(speed_accepted, 0) as accepted, coalesce(speed_rejected, 0) as rejected
from coverage
order by partition
