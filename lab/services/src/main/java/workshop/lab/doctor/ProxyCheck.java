package workshop.lab.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A proxy knows nothing of this machine's 127.0.0.1: whoever asks it for the page sees an error. */
final class ProxyCheck implements Check {
    private static final List<String> VARIABLES = List.of("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY");

    @Override
    public String subject() {
        return "proxy";
    }

    @Override
    public List<Finding> look(Machine machine) {
        List<Finding> findings = new ArrayList<>();
        VARIABLES.stream()
                .filter(variable -> !machine.variable(variable).isEmpty())
                .findFirst()
                .filter(variable -> !spares(machine.variable("no_proxy") + "," + machine.variable("NO_PROXY")))
                .ifPresent(variable -> findings.add(Finding.warning(
                        subject(),
                        variable + " is set and no_proxy does not name 127.0.0.1: curl and browsers will ask the proxy"
                                + " for the page.",
                        "export no_proxy=127.0.0.1,localhost NO_PROXY=127.0.0.1,localhost")));
        java(machine, "http.proxyHost", "http.nonProxyHosts", findings);
        java(machine, "socksProxyHost", "socksNonProxyHosts", findings);
        return findings.isEmpty()
                ? List.of(Finding.good(subject(), "No proxy stands between the workshop and 127.0.0.1."))
                : findings;
    }

    /** By its own default, Java asks no proxy for localhost and 127.*: only another list can lack them. */
    private void java(Machine machine, String proxy, String exceptions, List<Finding> findings) {
        String spared = machine.property(exceptions);
        if (machine.property(proxy).isEmpty() || spared.isEmpty() || spares(spared)) {
            return;
        }
        boolean all = proxy.startsWith("socks"); // a SOCKS proxy takes every connection, PostgreSQL's and Kafka's too
        String sentence = "Java's -D" + proxy + " is set and -D" + exceptions + " does not name 127.*: "
                + (all ? "Kafka and PostgreSQL are asked for at the proxy." : "Java asks the proxy for 127.0.0.1 too.");
        String next = "add 127.*|localhost to -D" + exceptions
                + " where it is set: JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS or WORKSHOP_JAVA_OPTIONS";
        findings.add(all ? Finding.problem(subject(), sentence, next) : Finding.warning(subject(), sentence, next));
    }

    private static boolean spares(String list) {
        return Stream.of(list.split("[,| ]+"))
                .anyMatch(name -> name.equals("*") || name.startsWith("127.") || name.equals("127.0.0.1"));
    }
}
