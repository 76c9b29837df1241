select code, count(*) as count from rejected group by code order by count desc, code
