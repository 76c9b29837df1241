package workshop.lab.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.lab.services.ServiceStatus;

/** A machine on paper: a good laptop with Linux, until a test says otherwise. */
final class DescribedMachine implements Machine {
    final Map<String, String> properties = new HashMap<>(Map.of(
            "os.name", "Linux",
            "os.version", "6.8.0",
            "os.arch", "amd64",
            "java.version", "17.0.15",
            "java.specification.version", "17",
            "java.vendor", "Eclipse Adoptium",
            "user.name", "ali",
            "file.encoding", "UTF-8",
            "sun.jnu.encoding", "UTF-8"));
    final Map<String, String> variables = new HashMap<>();
    final Map<Path, FolderProbe> places = new HashMap<>();
    final Map<Integer, String> holders = new HashMap<>();
    final Map<String, List<String>> addresses =
            new HashMap<>(Map.of("localhost", List.of("127.0.0.1"), "laptop", List.of("127.0.1.1")));
    final Map<String, ProgramOutput> answers = new HashMap<>();
    final Map<Path, List<Long>> otherHomes = new HashMap<>();
    final List<ServiceStatus> services = new ArrayList<>();
    final List<String> missingParts = new ArrayList<>();
    Path home = Path.of("/home/ali/workshop/.workshop");
    Memory memory = new Memory(8_000 * Size.MB, 5_200 * Size.MB, false);
    Limits limits = new Limits(1_048_576, 30_000);
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    Duration clockJump = Duration.ofMillis(3);
    String deafness;
    boolean isOnline = true;

    /** The folder on an ext4 with 50 GB. */
    static FolderProbe ext4(Path folder) {
        return new FolderProbe(folder, folder, "ext4", 50 * Size.GB, null, List.of(), true, Duration.ofMillis(2));
    }

    @Override
    public String property(String name) {
        return properties.getOrDefault(name, "");
    }

    @Override
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Path programs() {
        return Path.of("/home/ali/.cache/lambda-workshop");
    }

    @Override
    public Path temporary() {
        return Path.of("/tmp");
    }

    @Override
    public FolderProbe place(Path folder) {
        return places.getOrDefault(folder, ext4(folder));
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Optional<String> holder(int port) {
        return Optional.ofNullable(holders.get(port));
    }

    @Override
    public List<ServiceStatus> services() {
        return services;
    }

    @Override
    public Map<Path, List<Long>> otherHomes() {
        return otherHomes;
    }

    @Override
    public List<String> missingParts() {
        return missingParts;
    }

    @Override
    public List<String> addresses(String host) {
        return addresses.getOrDefault(host, List.of());
    }

    @Override
    public boolean reaches(String host, int port) {
        return isOnline;
    }

    @Override
    public String hostName() {
        return "laptop";
    }

    @Override
    public void callItself() throws IOException {
        if (deafness != null) {
            throw new IOException(deafness);
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant built() {
        return Instant.parse("2026-02-01T10:00:00Z");
    }

    @Override
    public Duration clockJump() {
        return clockJump;
    }

    /** Programs that the test did not name are absent. */
    @Override
    public ProgramOutput run(String... command) {
        return answers.getOrDefault(String.join(" ", command), new ProgramOutput(ProgramOutput.ABSENT, ""));
    }
}
