select path, bytes from kappa_history
