update speed_progress
set next_offset = ?, accepted = accepted + ?, rejected = rejected + ?, rule = ?, updated_at = clock_timestamp()
where partition = ?
