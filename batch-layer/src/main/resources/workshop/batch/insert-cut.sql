insert into cuts (epoch, partition, end_offset, mark_offset, mark) values (?, ?, ?, ?, ?)
