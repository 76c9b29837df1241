/** What people look at: the merged view over HTTP, as JSON and as a live page. It reads, as the role reader, and no more. */
@NullMarked
package workshop.serving.http;

import org.jspecify.annotations.NullMarked;
