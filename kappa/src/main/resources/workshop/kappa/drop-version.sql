select drop_kappa_version(?)
