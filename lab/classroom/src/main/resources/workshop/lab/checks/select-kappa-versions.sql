select version, promoted, rule from kappa_report order by created_at
