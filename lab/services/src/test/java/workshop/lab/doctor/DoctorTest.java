package workshop.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    /** As long as tests wait for anything: a check that does not hang is no slower than the machine is busy. */
    private static final long LONGEST_MILLIS = 180_000;

    private final Machine machine = new DescribedMachine();

    /** A check by its two parts. */
    private record Told(String subject, Look how) implements Check {
        @Override
        public List<Finding> look(Machine machine) throws IOException {
            return how.look();
        }
    }

    private interface Look {
        List<Finding> look() throws IOException;
    }

    private DoctorReport report(Look... looks) {
        return report(LONGEST_MILLIS, looks);
    }

    private DoctorReport report(long patienceMillis, Look... looks) {
        List<Check> checks =
                Stream.of(looks).<Check>map(look -> new Told("subject", look)).toList();
        return new DoctorReport(Doctor.look(machine, checks, patienceMillis));
    }

    @Test
    void a_check_that_fails_says_so_and_the_others_go_on() {
        DoctorReport report = report(
                () -> {
                    throw new IllegalStateException("the gauge is broken\nwith details");
                },
                () -> List.of(Finding.good("subject", "Fine.")));

        assertThat(report.isHealthy()).isTrue();
        assertThat(report.text()).isEqualTo("""
                        warning  subject     This could not be looked at: the gauge is broken.
                                       next: ./workshop up shows whether it matters
                        good     subject     Fine.
                        Nothing prevents the workshop from running; one warning.
                        """);
    }

    @Test
    void a_check_that_hangs_is_not_waited_for() {
        DoctorReport report = report(300, () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });

        assertThat(report.findings())
                .extracting(Finding::sentence)
                .containsExactly("This could not be looked at: no answer within some seconds.");
    }

    @Test
    void problems_are_counted_and_stand_below_an_error_without_what_is_good() {
        DoctorReport report = report(
                () -> List.of(Finding.good("subject", "Fine.")),
                () -> List.of(
                        Finding.problem("subject", "Bad.", "mend it"), Finding.problem("other", "Too.", "that too")));

        assertThat(report.isHealthy()).isFalse();
        assertThat(report.text()).endsWith("2 problems prevent the workshop from running.\n");
        assertThat(report.belowAnError()).isEqualTo("""
                        What ./workshop doctor finds on this machine:
                        problem  subject     Bad.
                                       next: mend it
                        problem  other       Too.
                                       next: that too
                        """);
        assertThat(report(() -> List.of(Finding.good("subject", "Fine."))).belowAnError())
                .isEmpty();
    }

    @Test
    void a_good_machine_is_told_so_by_every_check() {
        DoctorReport report = new DoctorReport(Doctor.look(machine, Doctor.NEEDS, LONGEST_MILLIS));

        assertThat(report.text()).endsWith("Nothing prevents the workshop from running.\n");
    }

    @Test
    void the_machine_of_this_test_can_be_looked_at_and_nothing_is_left_behind(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home/of/later");

        List<Finding> findings = Doctor.look(new ThisMachine(home), Doctor.ALL, LONGEST_MILLIS);

        assertThat(findings)
                .extracting(Finding::subject)
                .contains("java", "memory", "disk", "home", "programs", "services", "loopback", "clock", "docker");
        assertThat(findings)
                .extracting(Finding::sentence)
                .noneMatch(sentence -> sentence.contains("could not be looked"));
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_home_below_a_file_cannot_be_written(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(FolderTrial.of(file.resolve("home")).refused()).isEqualTo("it is a file");
    }
}
