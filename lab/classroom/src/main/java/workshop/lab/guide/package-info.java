/** WORKSHOP.md as data: its steps, what a student types in them, and what must appear. The tests run all of it. */
package workshop.lab.guide;
