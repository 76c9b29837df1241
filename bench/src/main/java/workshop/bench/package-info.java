/** The measurements: the programs that the layers are compared with, and the input for both. */
package workshop.bench;
