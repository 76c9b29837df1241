-- Where the hand-off stands, one row, for all who ask: the reader may not read the table.
create view hand_off_state as
select topic, topic_id, open_epoch, published_epoch from hand_off;
comment on view hand_off_state is 'which topic is counted, which epoch is open, and which is published';
grant select on hand_off_state to batch_layer, speed_layer, reader;
