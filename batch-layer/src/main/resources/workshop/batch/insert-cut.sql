insert into cuts (epoch, partition, end_offset) values (?, ?, ?)
