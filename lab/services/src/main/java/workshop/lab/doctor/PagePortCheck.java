package workshop.lab.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** The port that the live page has unless it is given another. */
final class PagePortCheck implements Check {
    private static final String VARIABLE = Settings.variable("dashboard.port");

    @Override
    public String subject() {
        return "page";
    }

    @Override
    public List<Finding> look(Machine machine) {
        String given = machine.variable(VARIABLE);
        try {
            Settings settings = Settings.of(given.isEmpty() ? Map.of() : Map.of(VARIABLE, given));
            return List.of(look(machine, settings.dashboardPort()));
        } catch (WorkshopException wrong) {
            return List.of(
                    Finding.problem(subject(), wrong.what() + " " + wrong.why(), wrong.next(Runner.COMMAND_LINE)));
        }
    }

    private Finding look(Machine machine, int page) {
        if (page == 0) {
            return Finding.good(subject(), "The live page takes any port that is free: " + VARIABLE + " is 0.");
        }
        Optional<String> holder = machine.holder(page);
        return holder.isEmpty()
                ? Finding.good(subject(), "Port " + page + " is free for the live page.")
                : Finding.warning(
                        subject(),
                        "Port " + page + " of the live page is taken by " + holder.get() + ".",
                        "./workshop dashboard --port 0 takes a free one; ./workshop demo --watch --port 0 too");
    }
}
