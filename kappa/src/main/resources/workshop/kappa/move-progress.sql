insert into kappa_progress (version, topic, partition, next_offset) values (?, ?, ?, ?)
on conflict (version, topic, partition) do update set next_offset = excluded.next_offset
