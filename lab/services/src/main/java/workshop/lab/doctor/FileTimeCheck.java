package workshop.lab.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A share's files have the times of its server, by which ./workshop cannot tell whether it must build. */
final class FileTimeCheck implements Check {
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    @Override
    public String subject() {
        return "file times";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        FolderProbe home = machine.place(machine.home());
        if (home.refused() != null) {
            return List.of(); // said of the home
        }
        return List.of(
                home.fileTimeOff().abs().compareTo(TOLERANCE) <= 0
                        ? Finding.good(subject(), "A file just written has the time of the clock.")
                        : Finding.warning(
                                subject(),
                                "A file just written in " + home.nearest() + " is "
                                        + home.fileTimeOff().abs().toSeconds() + " s "
                                        + (home.fileTimeOff().isNegative() ? "behind" : "ahead of")
                                        + " the clock: a share, or a virtual machine that slept.",
                                "sudo timedatectl set-ntp true; or work on a disk of this machine: ./workshop up --home DIR"));
    }
}
