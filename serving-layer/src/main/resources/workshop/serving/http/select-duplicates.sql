select transaction_id, customer, amount, conflicting, file, line, partition, log_offset, counted, count(*) over () as count
from duplicates
order by position
limit ?
