package workshop.settings;

import static java.util.Objects.requireNonNull;

/**
 * A command of the workshop, which layers name without knowing how it is typed where they run.
 *
 * @param name as the command line calls it
 * @param arguments as a shell reads them; empty if there are none
 */
public record Command(String name, String arguments) implements Advice {
    public static final Command UP = new Command("up");
    public static final Command STATUS = new Command("status");
    public static final Command RESET = new Command("reset");
    public static final Command MIGRATE = new Command("migrate");
    public static final Command PRODUCE = new Command("produce");
    public static final Command CONTRACT = new Command("contract");
    public static final Command QUERY = new Command("query");
    public static final Command BATCH = new Command("batch");
    public static final Command SPEED = new Command("speed");
    public static final Command KAPPA_RUN = new Command("kappa run");
    public static final Command KAPPA_LOAD_HISTORY = new Command("kappa load-history");
    public static final Command KAPPA_VERSIONS = new Command("kappa versions");
    public static final Command KAPPA_PROMOTE = new Command("kappa promote");
    public static final Command KAPPA_DROP = new Command("kappa drop");

    public Command {
        requireNonNull(name, "name is null");
        requireNonNull(arguments, "arguments is null");
    }

    private Command(String name) {
        this(name, "");
    }

    /** The same with these arguments behind those that it has. */
    public Command with(String more) {
        return new Command(name, (arguments + " " + more).strip());
    }

    /** Whether it is the same command, with whatever arguments. */
    boolean is(Command other) {
        return name.equals(other.name);
    }

    @Override
    public String typed(Runner runner) {
        return runner.typed(this);
    }

    @Override
    public boolean namesCommand() {
        return true;
    }

    /** Name and arguments, as the command line takes them. */
    @Override
    public String toString() {
        return behind(name);
    }

    /** The arguments behind whatever takes them. */
    String behind(String program) {
        return arguments.isEmpty() ? program : program + " " + arguments;
    }
}
