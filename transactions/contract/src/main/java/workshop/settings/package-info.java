/** What every command and job is told from outside, and how each of them reports what went wrong. */
package workshop.settings;
