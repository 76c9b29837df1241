/** What every Structured Streaming job of the workshop needs around its query. */
package workshop.streaming;
