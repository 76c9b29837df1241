select partition, batch_to, coalesce(speed_to, 0) as speed_to, coalesce(covered_to, 0) as covered_to,
       coalesce(speed_accepted, 0) as accepted, coalesce(speed_rejected, 0) as rejected
from coverage
order by partition
