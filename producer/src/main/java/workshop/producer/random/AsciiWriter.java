package workshop.producer.random;

import java.util.Arrays;

/** Builds one record as bytes, without a detour over strings. Records are at most 256 bytes long. */
final class AsciiWriter {
    private static final int CENTS = 100;

    private final byte[] bytes = new byte[256];
    private final byte[] digits = new byte[20];
    private int length;

    AsciiWriter clear() {
        length = 0;
        return this;
    }

    AsciiWriter text(byte[] text) {
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    AsciiWriter character(char character) {
        bytes[length++] = (byte) character;
        return this;
    }

    /** A number of 0 or more, with zeros before it up to so many digits. */
    AsciiWriter number(long number, int minDigits) {
        int start = digits.length;
        long rest = number;
        while (rest > 0 || digits.length - start < minDigits) {
            digits[--start] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        System.arraycopy(digits, start, bytes, length, digits.length - start);
        length += digits.length - start;
        return this;
    }

    /** An amount in currency units with two decimals, from cents. */
    AsciiWriter amount(long cents) {
        if (cents < 0) {
            character('-');
        }
        long absolute = Math.abs(cents);
        return number(absolute / CENTS, 1).character('.').number(absolute % CENTS, 2);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
