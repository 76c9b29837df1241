select rule, rejected, forgotten, window_seconds from kappa_report where version = ?
