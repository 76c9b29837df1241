update speed_progress
set next_offset = ?, mark_offset = ?, mark = ?, accepted = accepted + ?, rejected = rejected + ?, rule = ?,
    updated_at = clock_timestamp()
where partition = ?
