package workshop.lab.doctor;

import java.util.ArrayList;
import java.util.List;

/** Whether all libraries are there; only if not, whether Maven could fetch them. */
final class BuildCheck implements Check {
    private static final String CENTRAL = "repo.maven.apache.org";
    private static final int HTTPS = 443;

    @Override
    public String subject() {
        return "build";
    }

    @Override
    public List<Finding> look(Machine machine) {
        List<String> missing = machine.missingParts();
        if (missing.isEmpty()) {
            return List.of(Finding.good(subject(), "All libraries are there: nothing has to be fetched."));
        }
        List<Finding> findings = new ArrayList<>();
        missing.forEach(part -> findings.add(Finding.problem(subject(), part, "./mvnw package -DskipTests")));
        if (!machine.reaches(CENTRAL, HTTPS)) {
            findings.add(Finding.warning(
                    subject(),
                    "Maven Central (" + CENTRAL + ") does not answer, from which Maven fetches what is missing.",
                    "go online; behind a proxy, name it to Maven: export MAVEN_OPTS='-Dhttps.proxyHost=HOST"
                            + " -Dhttps.proxyPort=PORT'"));
        }
        return findings;
    }
}
