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
    private static final List<String> WHOLE = List.of("partition", "log_offset", "code", "sentence", "record");
    private static final List<String> BRIEF = List.of("partition", "log_offset", "code", "record");

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. A table shows the first " + SHOWN
                    + " characters of a record and leaves out the sentence. Default: table.")
    private Format format;

    @Override
    public Integer call() {
        List<DeadLetter> letters = DeadLetters.read(common.settings());
        if (letters.isEmpty() && format == Format.TABLE) {
            System.out.println("No dead letters: the speed layer has rejected nothing so far.");
            return 0;
        }
        boolean whole = format != Format.TABLE;
        List<List<Object>> rows = new ArrayList<>();
        for (DeadLetter letter : letters) {
            List<Object> row = new ArrayList<>(
                    List.of(letter.origin().partition(), letter.origin().offset(), letter.reason()));
            if (whole) {
                row.add(letter.sentence());
            }
            row.add(whole ? letter.value() : beginning(letter.value()));
            rows.add(row);
        }
        System.out.print(format.write(new Rows(whole ? WHOLE : BRIEF, rows)));
        return 0;
    }

    private static String beginning(String value) {
        return value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    }
}
