select distinct rule from counting_rules
