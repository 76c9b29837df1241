select next_offset, rule from speed_progress where partition = ? for update
