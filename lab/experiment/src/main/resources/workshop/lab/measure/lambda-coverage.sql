select partition, covered_to from coverage where covered_to is not null
