insert into speed_rules (partition, from_offset, rule) values (?, ?, ?)
on conflict (partition, from_offset) do update set rule = excluded.rule
