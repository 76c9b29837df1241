package workshop.lab.doctor;

import java.io.IOException;
import java.util.List;

/** Spark asks for the address of the machine's own name when it starts. */
final class HostNameCheck implements Check {
    @Override
    public String subject() {
        return "host name";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        String name = machine.hostName();
        List<String> addresses = machine.addresses(name);
        if (!addresses.isEmpty()) {
            return List.of(Finding.good(subject(), name + " is " + String.join(", ", addresses) + "."));
        }
        if (!machine.variable("SPARK_LOCAL_IP").isEmpty()) {
            return List.of(Finding.good(
                    subject(), name + " has no address, but SPARK_LOCAL_IP says which one Spark is to take."));
        }
        return List.of(Finding.problem(
                subject(),
                "The name of this machine, " + name + ", has no address, and Spark does not start without.",
                "export SPARK_LOCAL_IP=127.0.0.1; or for good: echo '127.0.0.1 " + name
                        + "' | sudo tee -a /etc/hosts"));
    }
}
