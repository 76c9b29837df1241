package workshop.lab.doctor;

import java.io.IOException;
import java.util.List;

/** All parts of the workshop talk to each other on 127.0.0.1. */
final class LoopbackCheck implements Check {
    @Override
    public String subject() {
        return "loopback";
    }

    @Override
    public List<Finding> look(Machine machine) {
        try {
            machine.callItself();
        } catch (IOException e) {
            return List.of(Finding.problem(
                    subject(),
                    "This machine cannot call itself at 127.0.0.1: " + e.getMessage() + ".",
                    "sudo ip link set lo up; or let the firewall or VPN pass what goes to 127.0.0.1"));
        }
        List<String> localhost = machine.addresses("localhost");
        if (localhost.contains("127.0.0.1")) {
            return List.of(Finding.good(subject(), "127.0.0.1 answers, and localhost is 127.0.0.1."));
        }
        return List.of(Finding.warning(
                subject(),
                localhost.isEmpty()
                        ? "The name localhost is not known here."
                        : "The name localhost is " + String.join(", ", localhost) + " here, not 127.0.0.1.",
                "echo '127.0.0.1 localhost' | sudo tee -a /etc/hosts"));
    }
}
