/**
 * Looks at a machine before the workshop runs on it. A {@link workshop.lab.doctor.Check} judges one thing by the facts that a
 * {@link workshop.lab.doctor.Machine} tells, and says what to do about it.
 */
package workshop.lab.doctor;
