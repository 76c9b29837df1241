package workshop.transactions.looks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Text in UTF-16 or UTF-32: with a byte order mark, or known by the zero bytes beside its ASCII letters. */
final class WideText {
    private static final int SAMPLE = 512;

    private WideText() {}

    static Optional<Look> look(byte[] start) {
        return encoding(start)
                .map(encoding -> new Look(
                        "is text in " + encoding + "; the contract wants UTF-8",
                        "iconv -f " + encoding + " -t UTF-8 FILE > NEW, then the same with NEW"));
    }

    private static Optional<String> encoding(byte[] start) {
        if (hasMark(start, "fffe0000") || hasMark(start, "0000feff")) {
            return Optional.of("UTF-32");
        }
        if (hasMark(start, "fffe") || hasMark(start, "feff")) {
            return Optional.of("UTF-16");
        }
        int sample = Math.min(start.length, SAMPLE) / 2;
        int low = zeros(start, 0, sample);
        int high = zeros(start, 1, sample);
        if (sample == 0 || Math.max(low, high) * 10 < sample * 7) {
            return Optional.empty();
        }
        return low * 10 >= sample * 7 && high * 10 >= sample * 7
                ? Optional.empty() // not text at all
                : Optional.of(high > low ? "UTF-16LE" : "UTF-16BE");
    }

    private static boolean hasMark(byte[] start, String mark) {
        return Look.startsWith(start, HexFormat.of().parseHex(mark));
    }

    private static int zeros(byte[] start, int first, int pairs) {
        int zeros = 0;
        for (int i = 0; i < pairs; i++) {
            zeros += start[2 * i + first] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** The bytes as UTF-8, without its byte order mark. */
    static String utf8(byte[] start) {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        byte[] text = Look.startsWith(start, mark) ? Arrays.copyOfRange(start, mark.length, start.length) : start;
        return new String(text, StandardCharsets.UTF_8);
    }
}
