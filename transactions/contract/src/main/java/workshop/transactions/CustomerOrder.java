package workshop.transactions;

import java.util.Comparator;

/**
 * The order of customers, the same in Java and in PostgreSQL: by code point, as in the collation "C". Java's own order of
 * strings compares UTF-16 units, and so puts U+FFFD after U+1F600.
 */
public final class CustomerOrder implements Comparator<String> {
    public static final CustomerOrder BY_CODE_POINT = new CustomerOrder();

    private CustomerOrder() {}

    @Override
    public int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // Surrogates stand for code points beyond all others.
                boolean beyond = Character.isSurrogate(a);
                return beyond == Character.isSurrogate(b) ? a - b : beyond ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }
}
