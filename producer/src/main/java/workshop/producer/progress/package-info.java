/** What a person sees while records are sent. */
package workshop.producer.progress;
