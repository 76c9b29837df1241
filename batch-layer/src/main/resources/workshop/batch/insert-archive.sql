insert into archives (epoch, records) values (?, ?)
