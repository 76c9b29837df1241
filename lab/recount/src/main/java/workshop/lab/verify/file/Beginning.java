package workshop.lab.verify.file;

/**
 * The first bytes of a file.
 *
 * @param bytes how many
 * @param sha256 of them, in hexadecimal digits
 */
public record Beginning(long bytes, String sha256) {}
