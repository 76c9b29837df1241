package workshop.lab.measure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * All that the experiment found.
 *
 * @param code empty if the sources are not there
 */
public record Measured(
        Instant at,
        MachineInfo machine,
        Plan plan,
        ArchitectureFigures lambda,
        ArchitectureFigures kappa,
        Optional<CodeSize> code) {
    public Measured {
        requireNonNull(at, "at is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(plan, "plan is null");
        requireNonNull(lambda, "lambda is null");
        requireNonNull(kappa, "kappa is null");
        requireNonNull(code, "code is null");
    }
}
