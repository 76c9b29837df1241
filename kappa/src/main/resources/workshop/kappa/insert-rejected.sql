insert into kappa_rejected (version, topic, partition, log_offset, file, at, code, sentence)
select ?, * from unnest(?::text[], ?::integer[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[])
