package workshop.lab.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import workshop.lab.services.FreePorts;
import workshop.lab.services.Home;
import workshop.lab.services.Installation;
import workshop.lab.services.RunningHomes;
import workshop.lab.services.ServiceStatus;
import workshop.lab.services.Services;

/** The machine that this runs on. */
record ThisMachine(Path home) implements Machine {
    private static final int CONNECT_MILLIS = 2_000;

    @Override
    public String property(String name) {
        return System.getProperty(name, "");
    }

    @Override
    public String variable(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }

    @Override
    public Path programs() {
        return Installation.programs();
    }

    @Override
    public Path temporary() {
        return Path.of(property("java.io.tmpdir")).toAbsolutePath();
    }

    @Override
    public FolderProbe place(Path folder) throws IOException {
        return FolderTrial.of(folder);
    }

    @Override
    public Memory memory() throws IOException {
        return MemoryGauge.read(this);
    }

    @Override
    public Limits limits() throws IOException {
        return LimitsGauge.read(this);
    }

    @Override
    public Optional<String> holder(int port) {
        return FreePorts.isFree(port) ? Optional.empty() : Optional.of(FreePorts.holder(port));
    }

    @Override
    public List<ServiceStatus> services() {
        return Services.at(home).status();
    }

    @Override
    public Map<Path, List<Long>> otherHomes() {
        Map<Path, List<Long>> homes = RunningHomes.find();
        homes.remove(home);
        if (Files.exists(home)) {
            try {
                homes.remove(home.toRealPath());
            } catch (IOException e) {
                return homes;
            }
        }
        return homes;
    }

    @Override
    public List<String> missingParts() {
        return Installation.missing();
    }

    @Override
    public List<String> addresses(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }

    @Override
    public boolean reaches(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /** As Java finds it: its complaint about a name without an address begins with the name. */
    @Override
    public String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return String.valueOf(e.getMessage()).replaceFirst(":.*", "");
        }
    }

    @Override
    public void callItself() throws IOException {
        LoopbackCall.make();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Instant built() throws IOException {
        Path built = Home.root().resolve("lab/command-line/target/built");
        return Files.exists(built) ? Files.getLastModifiedTime(built).toInstant() : Instant.now();
    }

    /** Java notes its start by the clock, and counts its age by time. */
    @Override
    public Duration clockJump() {
        RuntimeMXBean java = ManagementFactory.getRuntimeMXBean();
        return Duration.ofMillis(System.currentTimeMillis() - java.getStartTime() - java.getUptime());
    }

    @Override
    public ProgramOutput run(String... command) {
        return ProgramCall.ask(command);
    }
}
