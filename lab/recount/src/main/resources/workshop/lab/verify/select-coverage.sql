select partition, batch_to, speed_to from coverage
