package workshop.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.lab.doctor.Severity.PROBLEM;
import static workshop.lab.doctor.Severity.WARNING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Disks and folders. */
class PlacesTest {
    private static final String ELSEWHERE = "choose a folder on a disk of this machine: ./workshop up --home DIR";

    private final DescribedMachine machine = new DescribedMachine();

    private void says(Check check, Severity grade, String sentence, String next) throws IOException {
        assertThat(check.look(machine)).contains(new Finding(grade, check.subject(), sentence, next));
    }

    private void saysOnly(Check check, String good) throws IOException {
        assertThat(check.look(machine)).containsExactly(Finding.good(check.subject(), good));
    }

    private void home(String fileSystem, long bytes, String refused, List<String> lacks, Duration off) {
        machine.places.put(
                machine.home,
                new FolderProbe(machine.home, Path.of("/home/ali"), fileSystem, bytes, refused, lacks, true, off));
    }

    private void home(String fileSystem, String... lacks) {
        home(fileSystem, 50 * Size.GB, null, List.of(lacks), Duration.ZERO);
    }

    @Test
    void a_good_home_is_told() throws IOException {
        saysOnly(
                new HomeCheck(),
                "/home/ali/workshop/.workshop can be written, and its file system (ext4) has locks and symbolic links.");
        saysOnly(new HomePathCheck(), "The path of the home has nothing that a program would stumble over.");
        saysOnly(new FileTimeCheck(), "A file just written has the time of the clock.");
    }

    @Test
    void a_home_that_refuses_writing_is_a_problem() throws IOException {
        home("ext4", 50 * Size.GB, "you may not write there", List.of(), Duration.ZERO);

        says(new HomeCheck(), PROBLEM, "Nothing can be written in /home/ali: you may not write there.", ELSEWHERE);
        assertThat(new FileTimeCheck().look(machine)).isEmpty();
    }

    @Test
    void a_file_system_that_lacks_something_is_a_problem() throws IOException {
        home("vfat", "symbolic links", "permissions");

        says(
                new HomeCheck(),
                PROBLEM,
                "/home/ali/workshop/.workshop lies on a file system (vfat) without symbolic links, permissions.",
                ELSEWHERE);
    }

    @Test
    void a_share_is_a_warning() throws IOException {
        home("nfs4");

        says(
                new HomeCheck(),
                WARNING,
                "/home/ali/workshop/.workshop lies on a file system (nfs4) of another machine: databases are slow there,"
                        + " and their locks may fail.",
                ELSEWHERE);
    }

    @Test
    void a_disk_of_Windows_is_a_problem_in_WSL() throws IOException {
        machine.properties.put("os.version", "5.15.0-microsoft-standard-WSL2");
        machine.home = Path.of("/mnt/c/workshop/.workshop");
        home("9p");

        says(
                new HomeCheck(),
                PROBLEM,
                "/mnt/c/workshop/.workshop lies on a disk of Windows, where PostgreSQL cannot keep its data to itself.",
                "copy the workshop into the home of your Linux: cp -r . ~/workshop, and run it there");
    }

    @Test
    void a_path_that_is_too_long_or_has_a_line_break_is_a_problem() throws IOException {
        String next = "./workshop up --home DIR, with a shorter and plainer name";
        machine.home = Path.of("/home/" + "long/".repeat(200));
        says(new HomePathCheck(), PROBLEM, "The home's path has 1005 bytes; PostgreSQL takes 900 at most.", next);

        machine.home = Path.of("/home/two\nlines");
        says(new HomePathCheck(), PROBLEM, "The home's path has a line break or another control character.", next);
    }

    @Test
    void a_path_that_Spark_takes_for_a_pattern_is_a_problem() throws IOException {
        machine.home = Path.of("/home/ali/lambda[1]/.workshop");

        says(
                new HomePathCheck(),
                PROBLEM,
                "The home's path has a [, which Spark takes for a pattern; batches fail.",
                "./workshop up --home DIR, with a shorter and plainer name");
    }

    @Test
    void file_times_of_another_clock_are_a_warning() throws IOException {
        home("nfs4", 50 * Size.GB, null, List.of(), Duration.ofSeconds(-75));

        says(
                new FileTimeCheck(),
                WARNING,
                "A file just written in /home/ali is 75 s behind the clock: a share, or a virtual machine that slept.",
                "sudo timedatectl set-ntp true; or work on a disk of this machine: ./workshop up --home DIR");
    }

    @Test
    void a_disk_has_enough_or_little_or_too_little() throws IOException {
        String next = "free some space, or choose another disk: ./workshop up --home DIR";
        saysOnly(
                new DiskCheck(), "50.0 GB are free where the home is (/home/ali/workshop/.workshop); 3 GB are enough.");

        home("ext4", 1_290 * Size.MB, null, List.of(), Duration.ZERO);
        says(
                new DiskCheck(),
                WARNING,
                "1.2 GB are free where the home is (/home/ali/workshop/.workshop); 3 GB are enough for all of the workshop.",
                next);

        home("ext4", 90 * Size.MB, null, List.of(), Duration.ZERO);
        says(
                new DiskCheck(),
                PROBLEM,
                "90 MB are free where the home is (/home/ali/workshop/.workshop); a start takes 150 MB.",
                next);
    }

    @Test
    void little_room_for_the_demo_is_a_warning() throws IOException {
        Path temporary = machine.temporary();
        machine.places.put(
                temporary,
                new FolderProbe(temporary, temporary, "tmpfs", 400 * Size.MB, null, List.of(), true, Duration.ZERO));

        says(
                new DiskCheck(),
                WARNING,
                "400 MB are free in /tmp, where ./workshop demo keeps its data.",
                "./workshop demo --home DIR, on another disk");
    }

    @Test
    void folders_that_start_no_programs_are_a_problem() throws IOException {
        saysOnly(new ProgramsCheck(), "Programs can be started from /home/ali/.cache/lambda-workshop and /tmp.");

        Path programs = machine.programs();
        machine.places.put(
                programs, new FolderProbe(programs, programs, "ext4", Size.GB, null, List.of(), false, Duration.ZERO));
        says(
                new ProgramsCheck(),
                PROBLEM,
                "PostgreSQL cannot be started from /home/ali/.cache/lambda-workshop: the system starts no programs there"
                        + " (noexec).",
                "export WORKSHOP_JAVA_OPTIONS=-Dworkshop.postgres.cache=DIR with another folder, then ./workshop up");

        Path temporary = machine.temporary();
        machine.places.put(
                temporary,
                new FolderProbe(temporary, temporary, "tmpfs", Size.GB, "it is full", List.of(), false, Duration.ZERO));
        says(
                new ProgramsCheck(),
                PROBLEM,
                "Native libraries of Kafka and Spark cannot be unpacked to /tmp: it is full.",
                "export WORKSHOP_JAVA_OPTIONS=-Djava.io.tmpdir=DIR with another folder, then ./workshop demo");
    }
}
