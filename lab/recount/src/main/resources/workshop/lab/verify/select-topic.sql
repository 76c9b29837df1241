select distinct topic_id, published_epoch from epoch_cuts
