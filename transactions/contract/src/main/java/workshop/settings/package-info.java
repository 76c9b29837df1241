/** What every command and job is told from outside, and how each of them reports what went wrong. */
@NullMarked
package workshop.settings;

import org.jspecify.annotations.NullMarked;
