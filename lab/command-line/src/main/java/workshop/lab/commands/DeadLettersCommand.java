package workshop.lab.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.lab.verify.DeadLetter;
import workshop.lab.verify.DeadLetterReader;

@Command(
        name = "dead-letters",
        header = "What the speed layer has rejected: the records, where they stood, and why.",
        description = "Reads the topic transactions.dlq from its first record. Each rejected record is shown once.")
final class DeadLettersCommand implements Callable<Integer> {
    private static final int SHOWN = 100;
    private static final List<String> COLUMNS = List.of("partition", "log_offset", "code", "sentence", "record");
    private static final List<String> BRIEF = List.of("partition", "log_offset", "code", "record");

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. A table leaves out the sentence, and what comes after the first " + SHOWN
                    + " characters of a record, unless it is --wide. Default: table.")
    private Format format;

    @Mixin
    private WideOption wide;

    @Override
    public Integer call() {
        List<DeadLetter> letters = DeadLetterReader.read(common.settings());
        if (letters.isEmpty() && format == Format.TABLE) {
            System.out.println("No dead letters: the speed layer has rejected nothing so far.");
            return 0;
        }
        boolean isBrief = wide.isBrief(format);
        List<List<Object>> rows = new ArrayList<>();
        for (DeadLetter letter : letters) {
            rows.add(Arrays.asList( // which may hold nulls
                    letter.origin().partition(),
                    letter.origin().offset(),
                    letter.reason(),
                    letter.sentence(),
                    isBrief ? beginning(letter.value()) : letter.value()));
        }
        Rows whole = new Rows(COLUMNS, rows);
        System.out.print(wide.write(format, isBrief ? whole.only(BRIEF).stacked() : whole));
        return 0;
    }

    private static String beginning(String value) {
        return value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    }
}
