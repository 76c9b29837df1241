/**
 * The hand-off between the layers: which of them answers for which record of the log. The layers meet only in Kafka, in
 * the lake and in PostgreSQL; what they must understand alike about the cuts and the log stands here, once.
 */
@NullMarked
package workshop.handoff;

import org.jspecify.annotations.NullMarked;
