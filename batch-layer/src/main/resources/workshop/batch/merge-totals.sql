merge into batch_totals old
using new_totals new on old.customer = new.customer
when matched and (old.total, old.transactions, old.left_out, old.left_out_transactions)
    is distinct from (new.total, new.transactions, new.left_out, new.left_out_transactions) then
    update set total = new.total, transactions = new.transactions,
               left_out = new.left_out, left_out_transactions = new.left_out_transactions
when not matched by target then
    insert (customer, total, transactions, left_out, left_out_transactions)
    values (new.customer, new.total, new.transactions, new.left_out, new.left_out_transactions)
when not matched by source then
    delete
