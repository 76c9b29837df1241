select next_offset from speed_progress where partition = ? for update
