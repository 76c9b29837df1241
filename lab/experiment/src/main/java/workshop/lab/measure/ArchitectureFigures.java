package workshop.lab.measure;

import java.util.Optional;

/**
 * What was found of one architecture.
 *
 * @param microBatches where its streaming job can run in micro-batches instead, and that was measured
 * @param normal storage in normal work
 * @param changed storage after a change of the rule, before anything is cleared away
 */
public record ArchitectureFigures(
        FirstAnswer first,
        Freshness freshness,
        Optional<Freshness> microBatches,
        Errors errors,
        JobKinds processes,
        Storage normal,
        RuleChangeFigures ruleChange,
        Storage changed) {}
