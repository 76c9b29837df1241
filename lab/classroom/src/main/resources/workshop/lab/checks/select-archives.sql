select epoch, records from archives order by epoch
