select rule from batch_runs where epoch = (select published_epoch from hand_off)
