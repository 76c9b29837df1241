package workshop.lab.verify.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small history files, good and damaged: the seed decides what they hold, how they are laid out and what is broken. */
final class RandomFile {
    private static final String TELLING = "{}[]\",:\\\n\r 0ae-\0";
    private static final List<String> CUSTOMERS =
            List.of("Ali", "Zoë", "Zoe\\u0308", "a \\\"b\\\" c", "{[Omar]}", "a,b:c", " Mei ", "\\\\", "Ça\\/va");
    private static final List<String> AMOUNTS = List.of(
            "120", "-0.5", "1e3", "100.100", "1.005", "\"19.90\"", "01", "9999999999999999.99", "null", "1E400");
    private static final List<String> STRANGE = List.of(
            "1", "\"a,]{[\"", "null", "[]", "[{\"customer\": 1}, [2]]", "-1.5e3", "true", "{}", "[[[1]]]", "nul");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\n", "\r\n", "\t", "  \n\n ", " \r ");

    private final Random random;

    private RandomFile(long seed) {
        random = new Random(seed);
    }

    static byte[] of(long seed) {
        return new RandomFile(seed).file();
    }

    private byte[] file() {
        String text = (random.nextInt(5) == 0 ? "\uFEFF" : "") + (random.nextInt(4) == 0 ? lines() : array());
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        for (int damages = random.nextBoolean() ? 0 : 1 + random.nextInt(3); damages > 0; damages--) {
            file = damaged(file);
        }
        return file;
    }

    private String array() {
        String space = one(BLANKS); // the usual layout of this file
        boolean odd = random.nextInt(4) == 0;
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String blank = odd ? one(BLANKS) : space;
            elements.add(blank + element(odd ? one(BLANKS) : space) + (odd ? one(BLANKS) : ""));
        }
        return (odd ? one(BLANKS) : "") + "[" + String.join(",", elements) + space + "]" + one(BLANKS);
    }

    private String lines() {
        String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.append(random.nextInt(8) == 0 ? one(BLANKS) : element(random.nextBoolean() ? " " : ""))
                    .append(i == 1 && random.nextBoolean() ? "" : random.nextInt(9) == 0 ? "\n" : end);
        }
        return lines.toString();
    }

    private String element(String space) {
        if (random.nextInt(30) == 0) {
            return one(STRANGE);
        }
        List<String> fields = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            fields.add("\"transaction_id\":" + space + "\"T-" + random.nextInt(6) + "\""); // so some are duplicates
        }
        fields.add("\"customer\":" + space + "\"" + one(CUSTOMERS) + "\"");
        fields.add("\"amount\":" + space + (random.nextInt(20) == 0 ? one(AMOUNTS) : random.nextInt(9_999) + ".50"));
        if (random.nextInt(4) == 0) {
            fields.add("\"tags\":[{\"a\":[1," + space + "2]},{}],\"more\"" + space + ":{\"b\":" + nested() + "}");
        }
        if (random.nextInt(4) == 0) {
            fields.add("\"timestamp\":\"2026-03-01T09:30:00Z\"");
        }
        return "{" + String.join("," + space, fields) + "}";
    }

    private String nested() {
        int depth = random.nextInt(40) == 0 ? 1_100 : random.nextInt(4); // the parser goes 1,000 deep
        return "[".repeat(depth) + "{}" + "]".repeat(depth);
    }

    private byte[] damaged(byte[] file) {
        if (file.length == 0) {
            return file;
        }
        int at = random.nextInt(file.length);
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(file, 0, at);
        switch (random.nextInt(8)) {
            case 0 -> {} // cut off
            case 1, 2 -> damaged.write(file, at + 1, file.length - at - 1); // a byte is missing
            case 3 -> { // a stretch is there twice
                int length = Math.min(file.length - at, random.nextInt(40));
                damaged.write(file, at, length);
                damaged.write(file, at, file.length - at);
            }
            case 4, 5 -> { // a byte is too many
                damaged.write(anyByte());
                damaged.write(file, at, file.length - at);
            }
            default -> { // a byte is another
                damaged.write(anyByte());
                damaged.write(file, at + 1, file.length - at - 1);
            }
        }
        return damaged.toByteArray();
    }

    private int anyByte() {
        return random.nextInt(3) > 0 ? TELLING.charAt(random.nextInt(TELLING.length())) : random.nextInt(256);
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
