merge into batch_totals old
using new_totals new on old.customer = new.customer
when matched and (old.total, old.transactions) is distinct from (new.total, new.transactions) then
    update set total = new.total, transactions = new.transactions
when not matched by target then
    insert (customer, total, transactions) values (new.customer, new.total, new.transactions)
when not matched by source then
    delete
