merge into duplicate_records old
using new_duplicates new on old.position = new.position
when matched and old is distinct from new then
    update set file = new.file, line = new.line, partition = new.partition, log_offset = new.log_offset,
               transaction_id = new.transaction_id, customer = new.customer, amount = new.amount,
               conflicting = new.conflicting, counted = new.counted
when not matched by target then
    insert values (new.position, new.file, new.line, new.partition, new.log_offset, new.transaction_id, new.customer,
                   new.amount, new.conflicting, new.counted)
when not matched by source then
    delete
