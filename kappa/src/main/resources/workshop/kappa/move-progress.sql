insert into kappa_progress (version, topic, partition, next_offset, mark_offset, mark) values (?, ?, ?, ?, ?, ?)
on conflict (version, topic, partition) do update
set next_offset = excluded.next_offset, mark_offset = excluded.mark_offset, mark = excluded.mark
