create temporary table new_totals (like batch_totals);
create temporary table new_rejected (like rejected_records);
create temporary table new_duplicates (like duplicate_records)
