select pg_advisory_xact_lock_shared(hashtext('lambda workshop'), hashtext('hand-off'))
