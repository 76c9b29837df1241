package workshop.transactions.looks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known by its letters: nothing, CSV, a decimal comma, JSON laid out over several lines. */
final class TextLook {
    private static final int ROWS = 10;
    /** A number that is no JSON, in any field; or one in quotation marks, in the field of the amount. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile(
            "\"[^\"\\n]{1,100}\"\\s{0,9}:\\s{0,9}(?<number>-?[0-9]{1,16},[0-9]{1,2})(?![0-9.])\\s{0,9}[,}\\n\\r]"
                    + "|\"amount\"\\s{0,9}:\\s{0,9}\"(?<text>-?[0-9]{1,16},[0-9]{1,2})\"");
    /** An object whose first field is not on its first line, or whose first line goes on after a comma. */
    private static final Pattern OVER_LINES = Pattern.compile(
            "\\s*\\{[ \\t]*(\\r?\\n|\"[^\"\\n]{1,100}\"[ \\t]*:[^{}\\[\\n]{1,1000},[ \\t]*\\r?\\n).*", Pattern.DOTALL);
    /** In the order in which they are tried: a row with semicolons may hold decimal commas. */
    private static final List<Separator> SEPARATORS =
            List.of(new Separator(";", "semicolons"), new Separator("\t", "tabs"), new Separator(",", "commas"));

    private record Separator(String text, String name) {}

    private TextLook() {}

    static Optional<Look> of(String text) {
        if (text.isBlank()) {
            return Optional.of(
                    new Look("is empty", "head -n 3 datasets/transactions.json, which shows what is wanted"));
        }
        Matcher comma = DECIMAL_COMMA.matcher(text);
        if (comma.find()) {
            String amount = comma.group("number") != null ? comma.group("number") : comma.group("text");
            return Optional.of(new Look(
                    "writes amounts with a decimal comma (" + amount + "); JSON wants a point ("
                            + amount.replace(',', '.') + ")",
                    "sed -E 's/(: *\"?-?[0-9]+),([0-9])/\\1.\\2/g' FILE > NEW, then the same with NEW"));
        }
        if (OVER_LINES.matcher(text).matches()) {
            return Optional.of(new Look(
                    "looks like JSON laid out over several lines (pretty-printed); wanted is one object a line",
                    "jq -c . FILE > NEW, then the same with NEW"));
        }
        return csv(text);
    }

    private static Optional<Look> csv(String text) {
        List<String> rows =
                text.lines().filter(line -> !line.isBlank()).limit(ROWS).toList();
        if (rows.stream()
                .anyMatch(row -> row.strip().startsWith("{") || row.strip().startsWith("["))) {
            return Optional.empty();
        }
        return SEPARATORS.stream()
                .filter(separator -> rows.stream().allMatch(row -> row.contains(separator.text)))
                .findFirst()
                .map(separator -> new Look(
                        "looks like CSV (" + separator.name + " between the fields); wanted is one JSON object a line",
                        "write each row as an object: {\"customer\": \"Ali\", \"amount\": 1.50}"));
    }
}
