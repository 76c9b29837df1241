package workshop.transactions.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.transactions.Transaction;

/** One byte of an array is deleted, inserted or replaced, anywhere behind its opening bracket. */
class JsonArrayDamageTest {
    private static final int ELEMENTS = 12;
    private static final int ROUNDS = 4_000;

    enum Layout {
        ONE_LINE("[", ",", "]", "", ""),
        ONE_LINE_WITH_SPACES("[", ", ", "]", " ", ""),
        ONE_OBJECT_A_LINE("[", ",\n", "]\n", "", ""),
        CRLF("[\r\n", ",\r\n", "\r\n]\r\n", " ", ""),
        PRETTY("[\n  ", ",\n  ", "\n]\n", " ", "\n    ");

        private final String start;
        private final String between;
        private final String end;
        private final String space;
        private final String line;

        Layout(String start, String between, String end, String space, String line) {
            this.start = start;
            this.between = between;
            this.end = end;
            this.space = space;
            this.line = line;
        }

        private String array(List<String> elements) {
            return start + String.join(between, elements) + end;
        }

        private String object(List<String> fields) {
            String gap = line.isEmpty() ? space : line;
            return "{" + line + String.join("," + gap, fields).replace("\":", "\":" + space) + line + "}";
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void one_damaged_byte_costs_two_elements_at_most_and_never_in_silence(Layout layout) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            byte[] file = layout.array(elements(random, layout)).getBytes(StandardCharsets.UTF_8);
            List<Transaction> whole = Reading.of(new Bytes(file)).accepted;
            assertThat(whole).hasSize(ELEMENTS);

            byte[] damaged = damage(file, random);
            Reading reading = Reading.of(new Bytes(damaged));

            String what = "round " + round + ":\n" + new String(damaged, StandardCharsets.UTF_8);
            List<Transaction> lost = minus(whole, reading.accepted);
            List<Transaction> changed = minus(reading.accepted, whole);
            assertThat(lost).as(what).hasSizeLessThanOrEqualTo(2);
            assertThat(changed).as(what).hasSizeLessThanOrEqualTo(1);
            assertThat(reading.rejected).as(what).hasSizeLessThanOrEqualTo(12);
            if (lost.size() > changed.size()) {
                assertThat(reading.rejected).as(what).isNotEmpty();
            }
            assertThat(notShown(damaged, reading)).as(what).isEmpty();
        }
    }

    private static List<String> elements(Random random, Layout layout) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < ELEMENTS; i++) {
            List<String> fields = new ArrayList<>(List.of(
                    "\"transaction_id\":\"T-" + i + "\"",
                    "\"customer\":\""
                            + List.of("Ali", "Zoë \\\"Z\\\"", "{[Omar]}", "a,b:c")
                                    .get(random.nextInt(4)) + "\"",
                    "\"amount\":" + (10 + random.nextInt(90)) + ".50"));
            if (random.nextInt(3) == 0) {
                fields.add("\"tags\":[{\"a\":[1,2]},{}],\"more\":{\"b\":{\"c\":null}}");
            }
            if (random.nextInt(3) == 0) {
                fields.add("\"timestamp\":\"2026-03-01T09:30:00Z\"");
            }
            elements.add(layout.object(fields));
        }
        return elements;
    }

    private static byte[] damage(byte[] file, Random random) {
        int at = 1 + random.nextInt(file.length - 1);
        int kind = random.nextInt(3); // 0 delete, 1 insert, 2 replace
        String telling = "{}[]\",:\\\n\r 0ae-";
        int b = random.nextBoolean() ? telling.charAt(random.nextInt(telling.length())) : random.nextInt(256);
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(file, 0, at);
        if (kind != 0) {
            damaged.write(b);
        }
        damaged.write(file, kind == 1 ? at : at + 1, file.length - (kind == 1 ? at : at + 1));
        return damaged.toByteArray();
    }

    private static List<Transaction> minus(List<Transaction> all, List<Transaction> others) {
        List<Transaction> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest;
    }

    /** What no record holds, white space, commas and one pair of brackets apart: must be nothing. */
    private static String notShown(byte[] file, Reading reading) {
        StringBuilder rest = new StringBuilder(new String(file, StandardCharsets.ISO_8859_1));
        for (int i = reading.records.size() - 1; i >= 0; i--) {
            String record = reading.records.get(i);
            int from = Math.toIntExact(reading.offsets.get(i));
            if (record.equals("array_not_closed")) {
                continue;
            }
            assertThat(rest.substring(from, from + record.length())).isEqualTo(record);
            rest.delete(from, from + record.length());
        }
        String brackets =
                rest.toString().replaceFirst("\\[", "").replaceFirst("]", "").replaceAll("[\\s,]", "");
        // After ] an array may be opened anew: that [ is shown, its ] need not be.
        return brackets.equals("]") && reading.records.contains("[") ? "" : brackets;
    }
}
