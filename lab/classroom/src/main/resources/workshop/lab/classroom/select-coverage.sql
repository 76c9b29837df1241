select partition, published_epoch, batch_to, speed_to, covered_to, speed_accepted, speed_rejected,
       to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')     as published_at,
       to_char(speed_updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as speed_updated_at
from coverage
order by partition
