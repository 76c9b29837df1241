create temporary table new_totals (like batch_totals) on commit drop;
create temporary table new_rejected (like rejected_records) on commit drop;
create temporary table new_duplicates (like duplicate_records) on commit drop
