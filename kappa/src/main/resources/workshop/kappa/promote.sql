update kappa_serving set version = ?, promoted_at = clock_timestamp()
