select layer, partition, from_offset, rule from counting_rules
