/** What every Structured Streaming job of the workshop needs around its query. */
@NullMarked
package workshop.streaming;

import org.jspecify.annotations.NullMarked;
