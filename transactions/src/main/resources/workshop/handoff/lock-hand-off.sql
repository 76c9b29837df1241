select pg_advisory_xact_lock(hashtext('lambda workshop'), hashtext('hand-off'))
