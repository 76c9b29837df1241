select epoch, read, accepted, duplicates, rejected
from batch_report
where epoch = (select max(published_epoch) from epoch_cuts)
