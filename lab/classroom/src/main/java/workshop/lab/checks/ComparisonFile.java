package workshop.lab.checks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workshop.lab.text.Csv;

/** What {@code ./workshop query --format csv} printed into a file: a line a customer. */
final class ComparisonFile {
    static final String NAME = "comparison.csv";
    private static final String HEADER = "customer,batch_total,speed_total,total,transactions";

    private ComparisonFile() {}

    /** A customer's line; amounts in currency units. */
    record Line(String customer, BigDecimal batch, BigDecimal speed, BigDecimal total, long transactions) {
        boolean addsUp() {
            return batch.add(speed).compareTo(total) == 0;
        }
    }

    /** A file that is none; the message is the reason, as a sentence. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String reason) {
            super(reason);
        }
    }

    static List<Line> read(Path file) throws IOException, Unreadable {
        List<Csv.Record> records = Csv.read(text(file));
        if (records.isEmpty()
                || !String.join(",", records.get(0).cells()).strip().equals(HEADER)) {
            throw new Unreadable("Its first line is not " + HEADER + ".");
        }
        List<Line> customers = new ArrayList<>();
        for (Csv.Record record : records.subList(1, records.size())) {
            customers.add(line(record));
        }
        if (customers.isEmpty()) {
            throw new Unreadable("It has no customers.");
        }
        return customers;
    }

    private static Line line(Csv.Record record) throws Unreadable {
        List<String> cells = record.cells();
        try {
            return new Line(
                    Csv.text(cells.get(0)),
                    new BigDecimal(cells.get(1)),
                    new BigDecimal(cells.get(2)),
                    new BigDecimal(cells.get(3)),
                    Long.parseLong(cells.get(4)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new Unreadable("Its line " + record.line() + " is not a name, three amounts and a number.");
        }
    }

    private static String text(Path file) throws IOException, Unreadable {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) { // as of > in Windows PowerShell
            throw new Unreadable("It is not text in UTF-8.");
        }
    }
}
