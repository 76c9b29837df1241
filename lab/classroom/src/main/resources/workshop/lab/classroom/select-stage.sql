-- Which stage of the class the totals show: null before the first batch. Offsets are exclusive.
select case
           when coalesce(max(published_epoch), 0) = 0 then null
           when bool_or(speed_to > batch_to) then 'stream'
           when sum(batch_to) > 0 then 'second batch'
           else 'first batch'
       end as stage
from coverage
