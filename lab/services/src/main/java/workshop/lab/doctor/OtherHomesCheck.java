package workshop.lab.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a killed demo leaves behind, or who forgot ./workshop down elsewhere, takes memory until somebody ends it. */
final class OtherHomesCheck implements Check {
    @Override
    public String subject() {
        return "leftovers";
    }

    @Override
    public List<Finding> look(Machine machine) {
        return machine.otherHomes().entrySet().stream()
                .map(home -> finding(home.getKey(), home.getValue()))
                .toList();
    }

    private Finding finding(Path home, List<Long> processes) {
        String numbers = processes.stream().map(String::valueOf).collect(Collectors.joining(" "));
        String who = (processes.size() == 1 ? "process " : "processes ") + numbers;
        return Files.isDirectory(home)
                ? Finding.warning(
                        subject(),
                        "Services of another home run and take memory: " + home + " (" + who + ").",
                        "if nobody uses them: ./workshop down" + HomeOption.of(home))
                : Finding.warning(
                        subject(),
                        "Services run whose home was deleted: " + home + " (" + who + ").",
                        "kill " + numbers);
    }
}
