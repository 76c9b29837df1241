package workshop.lab.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.lab.services.ServiceStatus;

/** Kafka and PostgreSQL of this home: running, stopped, or left behind by an earlier run; and their ports. */
final class ServicesCheck implements Check {
    @Override
    public String subject() {
        return "services";
    }

    @Override
    public List<Finding> look(Machine machine) {
        List<Finding> findings = new ArrayList<>();
        String up = up(machine);
        for (ServiceStatus service : machine.services()) {
            findings.add(
                    switch (service.condition()) {
                        case RUNNING ->
                            Finding.good(subject(), service.name() + " runs at 127.0.0.1:" + service.port() + ".");
                        case SILENT ->
                            Finding.warning(
                                    subject(),
                                    service.name() + " has a process (" + service.pid()
                                            + ") that does not answer at port " + service.port()
                                            + ": it starts, stops or hangs.",
                                    up + " waits for it, and starts it anew if it hangs");
                        case DIED ->
                            Finding.warning(
                                    subject(),
                                    service.name() + " was started and is gone: killed, or the machine was restarted.",
                                    up + " starts it again, with its data");
                        case STOPPED -> stopped(machine, service);
                    });
        }
        return findings;
    }

    private Finding stopped(Machine machine, ServiceStatus service) {
        if (service.port() == 0) {
            return Finding.good(subject(), service.name() + " was never started in this home.");
        }
        Optional<String> holder = machine.holder(service.port());
        return holder.isEmpty()
                ? Finding.good(subject(), service.name() + " is stopped; its port " + service.port() + " is free.")
                : Finding.warning(
                        subject(),
                        "Port " + service.port() + ", where " + service.name() + " listened last, is taken by "
                                + holder.get() + ".",
                        up(machine) + " takes another by itself: do not name this one");
    }

    private static String up(Machine machine) {
        return "./workshop up" + HomeOption.of(machine.home());
    }
}
