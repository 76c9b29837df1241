package workshop.lab.measure;

import java.util.Optional;

/**
 * What was found of one architecture.
 *
 * @param microBatches its streaming job in micro-batches; null if it cannot run in them, or if that was not measured
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
