-- The lock of the hand-off: a table without rows or columns. The speed layer shares it while it commits, the batch layer has
-- it alone while it declares a cut and while it publishes. An advisory lock would do the same, but every role may take one,
-- also the reader, whose idle session would then keep all layers waiting. This lock needs a right to change the table.
-- PostgreSQL serves those who wait in their order.
create table hand_off_lock ();
grant update on hand_off_lock to batch_layer, speed_layer;
