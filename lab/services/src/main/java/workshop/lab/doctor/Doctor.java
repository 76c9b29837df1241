package workshop.lab.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workshop.settings.WorkshopException;

/** Looks at a machine with all checks at once, since some wait for others' answers. */
public final class Doctor {
    private static final long PATIENCE_MILLIS = 4_000;

    /** Of what ./workshop needs. */
    static final List<Check> NEEDS = List.of(
            new SystemCheck(),
            new JavaCheck(),
            new MemoryCheck(),
            new DiskCheck(),
            new HomeCheck(),
            new HomePathCheck(),
            new ProgramsCheck(),
            new ServicesCheck(),
            new OtherHomesCheck(),
            new PagePortCheck(),
            new LimitsCheck(),
            new LoopbackCheck(),
            new HostNameCheck(),
            new ClockCheck(),
            new FileTimeCheck(),
            new UserCheck(),
            new EncodingCheck(),
            new ProxyCheck(),
            new BuildCheck());

    /** With what only docker compose needs. */
    static final List<Check> ALL = Stream.concat(NEEDS.stream(), Stream.of(new DockerCheck(), new ComposePortsCheck()))
            .toList();

    private Doctor() {}

    /** What there is to say of this machine and of a home, which need not exist. Takes some seconds at most. */
    public static List<Finding> look(Path home) {
        return look(new ThisMachine(home), ALL, PATIENCE_MILLIS);
    }

    /** The same without Docker, for when something of ./workshop did not start. */
    public static List<Finding> lookAtNeeds(Path home) {
        return look(new ThisMachine(home), NEEDS, PATIENCE_MILLIS);
    }

    /** In the order of the checks. None throws, and none is waited for longer than the others. */
    static List<Finding> look(Machine machine, List<Check> checks, long patienceMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        List<FutureTask<List<Finding>>> looks =
                checks.stream().map(check -> begin(check, machine)).toList();
        return IntStream.range(0, checks.size())
                .mapToObj(i -> end(checks.get(i), looks.get(i), deadline))
                .flatMap(List::stream)
                .toList();
    }

    private static FutureTask<List<Finding>> begin(Check check, Machine machine) {
        FutureTask<List<Finding>> look = new FutureTask<>(() -> check.look(machine));
        Thread thread = new Thread(look, "look-at-" + check.subject());
        thread.setDaemon(true); // one that hangs keeps nobody
        thread.start();
        return look;
    }

    private static List<Finding> end(Check check, FutureTask<List<Finding>> look, long deadline) {
        try {
            return look.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return failed(check, "no answer within some seconds");
        } catch (ExecutionException e) {
            return failed(check, WorkshopException.firstLine(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(check, "interrupted");
        }
    }

    private static List<Finding> failed(Check check, String why) {
        return List.of(Finding.warning(
                check.subject(),
                "This could not be looked at: " + why + ".",
                "./workshop up shows whether it matters"));
    }
}
