select l.batch_running, l.batch_finished_at, l.speed_running, l.speed_updated_at, clock_timestamp() as now,
       extract(epoch from clock_timestamp() - l.batch_finished_at)::float8 as batch_age,
       extract(epoch from clock_timestamp() - l.speed_updated_at)::float8  as speed_age
from layers l
