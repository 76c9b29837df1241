update speed_progress set mark_offset = ?, mark = ? where partition = ?
