select epoch, read, accepted, duplicates, conflicting, rejected, rule,
       to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as finished_at
from batch_report
order by epoch
