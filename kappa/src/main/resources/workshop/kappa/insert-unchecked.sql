insert into kappa_unchecked (version, topic, partition, log_offset, transaction_id, customer, amount)
select ?, * from unnest(?::text[], ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::numeric[])
