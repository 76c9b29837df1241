insert into epochs (epoch) values (?)
