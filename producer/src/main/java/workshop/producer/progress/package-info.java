/** What a person sees while records are sent. */
@NullMarked
package workshop.producer.progress;

import org.jspecify.annotations.NullMarked;
