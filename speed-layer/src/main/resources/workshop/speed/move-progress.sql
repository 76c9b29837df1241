update speed_progress
set next_offset = ?, accepted = accepted + ?, rejected = rejected + ?, updated_at = clock_timestamp()
where partition = ?
