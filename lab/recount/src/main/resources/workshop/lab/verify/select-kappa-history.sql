select path, bytes, modified_at, sha256, held_bytes, held_sha256 from kappa_history
