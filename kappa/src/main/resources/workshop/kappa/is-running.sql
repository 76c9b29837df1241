select running from kappa_report where version = ?
