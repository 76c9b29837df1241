select version from kappa_report where promoted
