package workshop.lab.commands;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import workshop.settings.Printable;
import workshop.settings.ProcessEnd;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

/** The command {@code ./workshop} and what is common to all of its subcommands. */
@Command(
        name = "./workshop",
        mixinStandardHelpOptions = true,
        version = "Lambda workshop " + Workshop.VERSION,
        header = "The Lambda architecture on Spark, Kafka and PostgreSQL, to the cent.",
        description = {
            "",
            "To see all of it at once:  ./workshop demo",
            "Step by step:              ./workshop up, then batch, produce, speed, query, verify",
            "With the guide:            WORKSHOP.md, and after each step ./workshop check N",
            "Where something fails:     ./workshop doctor",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Each command explains itself: ./workshop batch --help, or ./workshop help batch",
            "Exit codes: 0 good, 1 a check or run failed, 2 wrong usage."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ProduceCommand.class,
            BatchCommand.class,
            SpeedCommand.class,
            QueryCommand.class,
            SqlCommand.class,
            VerifyCommand.class,
            ContractCommand.class,
            DeadLettersCommand.class,
            KappaCommand.class,
            CompareCommand.class,
            DatasetCommand.class,
            ResultCommand.class,
            GradeCommand.class,
            DashboardCommand.class,
            GuideCommand.class,
            CheckCommand.class,
            ProgressCommand.class,
            StepCommand.class,
            KillCommand.class,
            DoctorCommand.class,
            ResetCommand.class,
            TopicsCommand.class,
            MigrateCommand.class,
            HelpCommand.class
        })
public final class Workshop {
    static final String VERSION = "1.0";

    /** Who types the commands: a person on this machine, or one who has the containers of Compose. */
    static final Runner RUNNER = Runner.named(System.getenv()).orElse(Runner.COMMAND_LINE);

    private Workshop() {}

    /** Runs a command line and returns its exit code. */
    public static int run(String... arguments) {
        Logs.prepare(List.of(arguments));
        CommandLine command = commandLine();
        command.setExecutionExceptionHandler((e, failed, result) -> explain(e, failed, arguments));
        if (arguments.length == 0) {
            command.usage(System.out);
            return 0;
        }
        try {
            return command.execute(arguments);
        } catch (LinkageError | OutOfMemoryError e) { // which picocli lets through
            return explain(e, command, arguments);
        }
    }

    /** The command line with all its commands, and how it explains them. */
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Workshop());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setUsageHelpAutoWidth(true);
        command.setParameterExceptionHandler(Workshop::explainUsage);
        HelpLines.set(command);
        return command;
    }

    private static int explainUsage(ParameterException e, String[] arguments) {
        CommandLine failed = e.getCommandLine();
        String next = failed.getCommandSpec().qualifiedName() + " --help";
        WorkshopException usage = WorkshopException.usage("That command line cannot be read.", why(e), next);
        failed.getErr().println(usage.threeLines(RUNNER));
        return usage.exitCode();
    }

    private static String why(ParameterException e) {
        String why = e.getMessage().replaceFirst("^Error: ", "").replaceAll("\\s*\\R\\s*", " ");
        return e instanceof UnmatchedArgumentException unmatched ? why + suggestion(unmatched) : why;
    }

    /** The names that are like the one that does not exist, as a question. */
    static String suggestion(UnmatchedArgumentException e) {
        return e.getSuggestions().isEmpty() ? "" : ". Did you mean " + String.join(" or ", e.getSuggestions()) + "?";
    }

    private static int explain(Throwable e, CommandLine failed, String[] arguments) {
        if (Logs.isVerbose(List.of(arguments))) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            failed.getErr().print(Printable.lines(trace.toString()));
        }
        if (ProcessEnd.hasBegun()) {
            return WorkshopException.FAILED; // which nobody sees: the signal says how the process ended
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof WorkshopException known) {
                failed.getErr().println(known.threeLines(RUNNER));
                addFindings(e, failed);
                return known.exitCode();
            }
        }
        WorkshopException unknown = WorkshopException.failed(
                failed.getCommandSpec().qualifiedName() + " failed.",
                Diagnosis.of(e),
                String.join(" ", failed.getCommandSpec().qualifiedName(), "--verbose, for all that is known of it"));
        failed.getErr().println(unknown.threeLines(RUNNER));
        addFindings(e, failed);
        return unknown.exitCode();
    }

    private static void addFindings(Throwable e, CommandLine failed) {
        if (e instanceof FailedStart start) {
            failed.getErr().print(start.findings());
            failed.getErr().flush();
        }
    }
}
