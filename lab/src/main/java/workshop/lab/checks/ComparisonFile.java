package workshop.lab.checks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        List<String> lines = lines(file);
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            throw new Unreadable("Its first line is not " + HEADER + ".");
        }
        List<Line> customers = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            try {
                customers.add(new Line(
                        cells.get(0),
                        new BigDecimal(cells.get(1)),
                        new BigDecimal(cells.get(2)),
                        new BigDecimal(cells.get(3)),
                        Long.parseLong(cells.get(4))));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new Unreadable("Its line " + (i + 1) + " is not a name, three amounts and a number.");
            }
        }
        if (customers.isEmpty()) {
            throw new Unreadable("It has no customers.");
        }
        return customers;
    }

    private static List<String> lines(Path file) throws IOException, Unreadable {
        try {
            return Files.readString(file).lines().toList();
        } catch (CharacterCodingException e) { // as of > in Windows PowerShell
            throw new Unreadable("It is not text in UTF-8.");
        }
    }

    /** A name with a comma or a quote stands in quotes, with its own quotes doubled. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
