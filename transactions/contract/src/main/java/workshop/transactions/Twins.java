package workshop.transactions;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import workshop.settings.Printable;

/**
 * Customers that are likely one, written in more than one way. The contract compares names letter by letter, so each of them
 * has a total of its own; this only points to them.
 *
 * @param names that are the same once composed (NFC), in small letters and with single spaces; in order
 */
public record Twins(List<String> names) {
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern OTHER_SPACES = Pattern.compile("[\\p{Z}&&[^ ]]");
    private static final Pattern MARKS_AND_OTHER_SPACES = Pattern.compile("\\p{M}|[\\p{Z}&&[^ ]]");

    public Twins {
        names = List.copyOf(names);
    }

    /** All among these customers, in the order of their names. */
    public static List<Twins> among(Iterable<String> customers) {
        Map<String, String> firsts = new HashMap<>();
        Map<String, Set<String>> several = new TreeMap<>();
        for (String customer : customers) {
            String form = form(customer);
            String first = firsts.putIfAbsent(form, customer);
            if (first != null) {
                several.computeIfAbsent(form, same -> new TreeSet<>(Set.of(first)))
                        .add(customer);
            }
        }
        return several.values().stream()
                .filter(names -> names.size() > 1)
                .map(names -> new Twins(List.copyOf(names)))
                .toList();
    }

    private static String form(String customer) {
        String folded = composed(customer).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return SPACES.matcher(composed(folded)).replaceAll(" ").strip();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** {@code "Ali" and "ali"}; what the eye cannot tell apart as its escape: {@code "Zoë" and "Zoe\\u0308"}. */
    public String words() {
        List<String> words = names.stream().map(Twins::shown).toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String shown(String name) {
        Pattern unseen = composed(name).equals(name) ? OTHER_SPACES : MARKS_AND_OTHER_SPACES;
        String text = unseen.matcher(name)
                .replaceAll(found -> String.format("\\\\u%04x", found.group().codePointAt(0)));
        return '"' + Printable.of(text, Fields.MAX_CHARACTERS) + '"';
    }
}
