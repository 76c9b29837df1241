select pg_try_advisory_lock(hashtext('lambda workshop kappa'), hashtext(?))
