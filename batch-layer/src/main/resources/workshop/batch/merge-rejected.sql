merge into rejected_records old
using new_rejected new on old.position = new.position
when matched and old is distinct from new then
    update set file = new.file, line = new.line, partition = new.partition, log_offset = new.log_offset,
               code = new.code, sentence = new.sentence, record = new.record
when not matched by target then
    insert values (new.position, new.file, new.line, new.partition, new.log_offset, new.code, new.sentence, new.record)
when not matched by source then
    delete
