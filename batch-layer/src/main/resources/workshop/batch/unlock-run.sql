select pg_advisory_unlock(hashtext('lambda workshop'), hashtext('batch run'))
