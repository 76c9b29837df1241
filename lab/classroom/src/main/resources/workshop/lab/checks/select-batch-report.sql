select epoch, read, accepted, duplicates, rejected
from batch_report
where epoch = (select published_epoch from hand_off_state)
