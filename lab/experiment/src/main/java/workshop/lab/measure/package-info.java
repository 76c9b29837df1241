/**
 * The experiment behind {@code ./workshop compare --measure}: Lambda and Kappa on the same input, each on fresh services,
 * their jobs started as a student starts them. What it finds is in {@link workshop.lab.measure.Measured}; the table and the
 * chart are made of that and of nothing else.
 */
package workshop.lab.measure;
