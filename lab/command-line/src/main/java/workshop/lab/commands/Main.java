package workshop.lab.commands;

/** The command line: {@code ./workshop COMMAND}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Workshop.run(arguments));
    }
}
