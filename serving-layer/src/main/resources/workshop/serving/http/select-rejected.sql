select code, sentence, file, line, partition, log_offset, record from rejected order by position limit ?
