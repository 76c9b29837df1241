package workshop.lab.guide;

/**
 * What appeared when a student did something of the guide.
 *
 * @param exitCode null while it goes on, and where it was ended
 */
public record Ran(Action action, String output, Integer exitCode) {}
