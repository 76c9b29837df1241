insert into batch_runs (epoch, read, accepted, duplicates, conflicting, rejected, rule) values (?, ?, ?, ?, ?, ?, ?)
