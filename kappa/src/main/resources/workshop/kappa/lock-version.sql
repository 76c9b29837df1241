select last_batch, checkpoint from kappa_versions where version = ? for update
