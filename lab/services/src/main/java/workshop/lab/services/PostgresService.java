package workshop.lab.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.serving.Superuser;
import workshop.settings.Settings;

/** One PostgreSQL server. */
final class PostgresService implements Service {
    static final String NAME = "postgres";
    private static final Pattern FIRST_LINE = Pattern.compile("\\A[0-9]{1,18}");

    private final HomeDirectory home;
    private final Path data;
    private final Path fresh;
    private final SuperuserPassword password;
    private final Settings settings;

    PostgresService(HomeDirectory home, Settings settings) {
        this.home = home;
        this.data = home.path().resolve("postgres/data");
        this.fresh = home.path().resolve("postgres/data.new");
        this.password = new SuperuserPassword(home.path().resolve("postgres/superuser.password"));
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public Path log() {
        return home.path().resolve("postgres/server.log");
    }

    @Override
    public boolean isServer(List<String> arguments) {
        return arguments.contains(data.toString()) && arguments.contains("-D");
    }

    @Override
    public boolean isOurs(List<String> arguments) {
        return arguments.stream().anyMatch(argument -> argument.startsWith(data.toString()));
    }

    /** Busy sessions of a killed server, which look up only at the end of their statement, and what initdb has begun. */
    @Override
    public List<ProcessHandle> orphans() {
        return Processes.workingIn(Set.of(data, fresh));
    }

    @Override
    public boolean isPrepared() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    /** Initialises beside the data and renames, so that a kill leaves no half of it. */
    @Override
    public void prepare() throws IOException {
        Path directory = home.directory(NAME);
        Home.delete(fresh);
        Processes.Outcome outcome = Processes.run(
                PostgresPrograms.find()
                        .command(
                                "initdb",
                                "-D",
                                fresh.toString(),
                                "--username=" + Superuser.NAME,
                                "--pwfile=" + password.renew(),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8"),
                directory);
        if (outcome.exitCode() != 0) {
            throw StartFailures.prepare(this, outcome);
        }
        Home.delete(data);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public ProcessHandle start(int port) throws IOException {
        home.write(data.resolve("postgresql.conf"), "postgresql.conf", Map.of("port", Integer.toString(port)));
        forgetPidOfTheDead();
        return Processes.detach(
                PostgresPrograms.find().command("postgres", "-D", data.toString()), home.directory(NAME), log());
    }

    /**
     * A killed server leaves postmaster.pid, and PostgreSQL does not start while any process has that id: one that nobody
     * has fetched yet, or a stranger after a reboot. Only the id is replaced, by one that no process can have: by the rest
     * of the file, PostgreSQL checks that nobody else is left in its shared memory.
     */
    private void forgetPidOfTheDead() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        String lines = Files.readString(file);
        Matcher first = FIRST_LINE.matcher(lines);
        boolean dead = first.find()
                && ProcessHandle.of(Long.parseLong(first.group()))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("postgres"))
                        .isEmpty();
        if (dead) {
            HomeDirectory.write(file, first.replaceFirst(Integer.toString(Integer.MAX_VALUE - 1)));
        }
    }

    /** Answers once the workshop's database is there, which it makes if it is not. */
    @Override
    public Optional<String> ask(int port) {
        if (!FreePorts.answers(port)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WorkshopDatabase(port, password.read(), settings).prepare(data));
        } catch (SQLException | IOException notYet) {
            return Optional.empty();
        }
    }

    /** Fast: open transactions are rolled back and connections closed. Nothing that was committed is lost. */
    @Override
    public void askToStop(ProcessHandle process) throws IOException {
        Processes.Outcome outcome = Processes.run(
                PostgresPrograms.find().command("pg_ctl", "stop", "-m", "fast", "-W", "-D", data.toString()),
                Path.of("/"));
        if (outcome.exitCode() != 0) {
            process.destroy();
        }
    }
}
