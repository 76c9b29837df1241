package workshop.lab.doctor;

import java.util.List;
import java.util.Optional;

/** The port that the live page has unless it is given another. */
final class PagePortCheck implements Check {
    private static final int PAGE = 8080;

    @Override
    public String subject() {
        return "page";
    }

    @Override
    public List<Finding> look(Machine machine) {
        Optional<String> holder = machine.holder(PAGE);
        return List.of(
                holder.isEmpty()
                        ? Finding.good(subject(), "Port 8080 is free for the live page.")
                        : Finding.warning(
                                subject(),
                                "Port 8080 of the live page is taken by " + holder.get() + ".",
                                "./workshop dashboard --port 0 takes a free one; ./workshop demo --watch --port 0 too"));
    }
}
