select read, accepted, duplicates, rejected, unchecked from kappa_versions where version = ?
