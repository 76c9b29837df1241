select path, records, finished_at is not null as finished from kappa_history order by started_at
