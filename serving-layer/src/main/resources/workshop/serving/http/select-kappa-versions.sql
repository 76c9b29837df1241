select version, promoted, running, rule, window_seconds, read, accepted, duplicates, conflicting, rejected, unchecked,
       forgotten, created_at, updated_at
from kappa_report
order by created_at, version
