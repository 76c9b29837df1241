select path, bytes, modified_at, sha256 from kappa_history
