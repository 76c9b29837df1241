package workshop.lab.guide;

/**
 * A block of code in a page that is a part of a source file.
 *
 * @param source the file, from the root, and the name of the region in it: {@code pom.xml#modules}
 * @param text as the page shows it
 */
record Excerpt(String source, String text) {}
