package workshop.lab.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.lab.verify.DeadLetter;
import workshop.lab.verify.DeadLetters;

@Command(
        name = "dead-letters",
        header = "What the speed layer has rejected: the records, where they stood, and why.",
        description = "Reads the topic transactions.dlq from its first record. Each rejected record is shown once.")
final class DeadLettersCommand implements Callable<Integer> {
    private static final int SHOWN = 60;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "table, csv or json. A table shows the first " + SHOWN + " characters of a record. Default: table.")
    private Format format;

    @Override
    public Integer call() {
        List<DeadLetter> letters = DeadLetters.read(common.settings());
        if (letters.isEmpty() && format == Format.TABLE) {
            System.out.println("No dead letters: the speed layer has rejected nothing so far.");
            return 0;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (DeadLetter letter : letters) {
            List<Object> row = new ArrayList<>();
            row.add(letter.origin().partition());
            row.add(letter.origin().offset());
            row.add(letter.reason());
            row.add(letter.sentence());
            row.add(shown(letter.value()));
            rows.add(row);
        }
        System.out.print(
                format.write(new Rows(List.of("partition", "log_offset", "code", "sentence", "record"), rows)));
        return 0;
    }

    private String shown(String value) {
        return format != Format.TABLE || value == null || value.length() <= SHOWN
                ? value
                : value.substring(0, SHOWN) + "...";
    }
}
