package workshop.transactions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for the field that a sender has misspelled, in a record that lacks one: {@code costumer}, {@code Amount}. The
 * contract allows unknown fields, so only a field that is missing makes one of them suspect.
 */
final class NearName {
    private static final Set<String> KNOWN = Set.of("customer", "amount", "transaction_id", "timestamp");

    private NearName() {}

    /** {@code customer is missing}, and which field may be meant. */
    static String sentence(String missing, byte[] bytes, int from, int length) {
        String nearest = null;
        int least = missing.length() / 4 + 1; // two slips in customer, one in amount
        try (JsonParser json = Contract.JSON.createParser(bytes, from, length)) {
            json.nextToken(); // the {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                int slips = KNOWN.contains(field) ? least : slips(missing, field, least);
                if (slips < least) {
                    nearest = field;
                    least = slips;
                }
                json.nextToken();
                json.skipChildren();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it was read to its end before
        }
        return missing + " is missing" + (nearest == null ? "" : "; is " + Fields.quote(nearest) + " meant?");
    }

    /**
     * How many letters are wrong, missing, too many or exchanged with their neighbour, capital letters and white space
     * around the name apart; at most {@code most}.
     */
    private static int slips(String wanted, String written, int most) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        if (Math.abs(name.length() - wanted.length()) >= most) {
            return most;
        }
        int[][] slips = new int[wanted.length() + 1][name.length() + 1];
        for (int i = 0; i <= wanted.length(); i++) {
            for (int j = 0; j <= name.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : step(slips, i, j, wanted, name);
            }
        }
        return Math.min(most, slips[wanted.length()][name.length()]);
    }

    private static int step(int[][] slips, int i, int j, String wanted, String name) {
        int same = wanted.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1;
        int least = Math.min(slips[i - 1][j - 1] + same, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
        boolean exchanged = i > 1
                && j > 1
                && wanted.charAt(i - 1) == name.charAt(j - 2)
                && wanted.charAt(i - 2) == name.charAt(j - 1);
        return exchanged ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
    }
}
