select published_epoch, clock_timestamp() as now from epoch_cuts limit 1
