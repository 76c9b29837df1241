package workshop.lab.classroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.lab.verify.Recount;
import workshop.producer.datasets.WorkshopDataset;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * The known totals of a dataset at each stage, recounted from its lines.
 *
 * @param byStage one for every stage
 */
public record ExpectedResults(Map<ClassStage, ExpectedResult> byStage) {
    public ExpectedResults {
        byStage = Collections.unmodifiableMap(new EnumMap<>(byStage));
    }

    public static ExpectedResults of(WorkshopDataset dataset) {
        Recount recount = new Recount(Rule.ALL);
        Map<ClassStage, ExpectedResult> byStage = new EnumMap<>(ClassStage.class);
        lines(dataset.history()).forEach(line -> recount.addPublished(line, 0, line.length));
        byStage.put(ClassStage.FIRST_BATCH, answer(recount, recount.batch(), recount.duplicates()));

        lines(dataset.events()).forEach(line -> recount.addSpeed(line, 0, line.length, Rule.ALL));
        CustomerTotals merged = new CustomerTotals();
        merged.addAll(recount.batch());
        merged.addAll(recount.speed());
        byStage.put(ClassStage.STREAM, answer(recount, merged, recount.duplicates()));

        // Records with one id have one customer and so one partition: which is the first does not depend on their
        // number.
        long duplicates = recount.duplicates() + recount.duplicatesToTakeOut();
        byStage.put(ClassStage.SECOND_BATCH, answer(recount, recount.nextBatch(), duplicates));
        return new ExpectedResults(byStage);
    }

    public ExpectedResult at(ClassStage stage) {
        return byStage.get(stage);
    }

    /** The stage that has just these totals. */
    public Optional<ClassStage> stageOf(Map<String, Total> totals) {
        return byStage.keySet().stream()
                .filter(stage -> at(stage).totals().equals(totals))
                .findFirst();
    }

    private static List<byte[]> lines(List<String> lines) {
        return lines.stream().map(line -> line.getBytes(UTF_8)).toList();
    }

    private static ExpectedResult answer(Recount recount, CustomerTotals totals, long duplicates) {
        long accepted = recount.records() - recount.rejected() - duplicates;
        return new ExpectedResult(totals.asMap(), recount.records(), accepted, duplicates, recount.rejected());
    }
}
