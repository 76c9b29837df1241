package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import workshop.transactions.Verdict.Accepted;

/** The contract is written twice, as a JSON Schema for everyone and as Java for speed: the same verdict on everything. */
class ContractAgreesWithTheSchemaTest {
    private static final String VALID = "{\"transaction_id\":\"T-000123\",\"customer\":\"Ali\",\"amount\":120.50,"
            + "\"timestamp\":\"2026-03-01T09:30:00Z\"}";

    /** Before it, no record is plain enough for the short cut. */
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final SchemaVerdict schema = new SchemaVerdict();
    private int accepted;
    private int rejected;

    @Test
    void on_amounts() {
        String[] amounts = {
            "0",
            "-0",
            "0.0",
            "-0.00",
            "0e5",
            "0E-5",
            "0e400",
            "0.000",
            "1",
            "-1",
            "1.5",
            "1.50",
            "1.505",
            "1.005",
            "100.100",
            "100.1000000000000000000000000",
            "1e3",
            "1E3",
            "1e+3",
            "1e-2",
            "1e-3",
            "10e-3",
            "1200e-4",
            "1201e-4",
            "1.5e1",
            "1.005e1",
            "1.005e2",
            "1e15",
            "1e16",
            "0.1e16",
            "0.1e17",
            "9999999999999999",
            "9999999999999999.99",
            "9999999999999999.990",
            "9999999999999999.995",
            "10000000000000000",
            "-9999999999999999.99",
            "-10000000000000000",
            "99999999999999999",
            "0.01e18",
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "1e2147483647",
            "1e2147483648",
            "1e-2147483648",
            "0e2147483648",
            "1e99999999999999999999",
            "NaN",
            "Infinity",
            "-Infinity",
            "+1",
            "01",
            "-01",
            "00",
            ".5",
            "5.",
            "-",
            "",
            "1.e1",
            "1e",
            "1e+",
            "1_000",
            "1,5",
            "1 ",
            " 1",
            "0x10",
            "1f",
            "1d",
            "1.5.1",
            "--1",
            "\u0661",
            "1\\n",
            "1\\u0000",
            "null",
            "true",
            "false",
            "[]",
            "[1]",
            "{}",
            "{\"value\":1}",
            "\"\"",
            "1".repeat(999),
            "1".repeat(1001),
            "1." + "0".repeat(900),
            "1." + "0".repeat(1100),
            "0".repeat(5),
            "0." + "0".repeat(500) + "1"
        };
        for (String amount : amounts) {
            compare("{\"customer\":\"Ali\",\"amount\":" + amount + "}");
            compare("{\"customer\":\"Ali\",\"amount\":\"" + amount + "\"}");
            compare("{\"customer\":\"Ali\",\"amount\":[" + amount + "]}");
        }
        assertThat(accepted).isGreaterThan(40);
        assertThat(rejected).isGreaterThan(100);
    }

    @Test
    void on_random_amounts() {
        Random random = new Random(2);
        for (int i = 0; i < 3_000; i++) {
            String amount = randomAmount(random);
            compare("{\"customer\":\"Ali\",\"amount\":" + amount + "}");
            compare("{\"customer\":\"Ali\",\"amount\":\"" + amount + "\"}");
        }
        assertThat(accepted).isGreaterThan(1_000);
        assertThat(rejected).isGreaterThan(1_000);
    }

    @Test
    void on_names_and_ids() {
        String smile = "\uD83D\uDE00";
        List<String> texts = new ArrayList<>(List.of(
                "Ali",
                "",
                " ",
                "\\t",
                " \\n\\u000b\\f\\r ",
                " Ali ",
                "\\u0000",
                "A\\u0000",
                "\\u0001",
                "\\u001f",
                "\\u007f",
                "\\u0085",
                "\\u00a0",
                "\u00a0",
                "\\u2003",
                "\\u2028",
                "\\ufeff",
                "\uFEFF",
                "\\ufffe",
                "\\uffff",
                "\\ud800",
                "A\\udc00B",
                "\\udc00\\ud800",
                "\\ud83d\\ude00",
                "\\ud83d\\ud83d\\ude00",
                smile,
                "Zoë",
                "Zoe\u0308",
                "أحمد",
                "A\\\"B",
                "A\\/B",
                "\\\\",
                "A\\",
                "\\x",
                "\\u12",
                "\\u00zz",
                "A\tB",
                "A\nB",
                "A\u0000B",
                "A\u007fB"));
        for (int length : new int[] {99, 100, 101, 102, 200}) {
            for (String character : List.of("a", smile, "é", " ", "\\ud83d\\ude00", "\\u0000")) {
                String text = character.repeat(length);
                texts.addAll(List.of(text, "x" + text, " " + text + " ", text + "x", "\\n".repeat(50) + text));
            }
        }
        texts.add("x" + " ".repeat(98) + "x");
        texts.add("x" + " ".repeat(99) + "x");
        texts.add("a".repeat(1_000_000));
        for (String text : texts) {
            compare("{\"customer\":\"" + text + "\",\"amount\":1}");
            compare("{\"customer\":\"Ali\",\"amount\":1,\"transaction_id\":\"" + text + "\"}");
            compare("{\"customer\":\"Ali\",\"amount\":1,\"" + text + "\":\"" + text + "\"}");
        }
        assertThat(accepted).isGreaterThan(200);
        assertThat(rejected).isGreaterThan(200);
    }

    @Test
    void on_timestamps() {
        String[] timestamps = {
            "2026-03-01T09:30:00Z",
            "2026-03-01T09:30:00+01:00",
            "2026-03-01T09:30:00-00:00",
            "2026-03-01T09:30:00.5Z",
            "2026-03-01T09:30:00.123456789Z",
            "2026-03-01T09:30:00.1234567890Z",
            "2026-03-01T09:30:00.Z",
            "2026-03-01T09:30:00",
            "2026-03-01T09:30:00.5",
            "2026-03-01",
            "2026-03-01T09:30Z",
            "2026-03-01 09:30:00Z",
            "2026-03-01t09:30:00Z",
            "2026-03-01T09:30:00z",
            "2026-02-30T09:30:00Z",
            "2024-02-29T09:30:00Z",
            "2025-02-29T09:30:00Z",
            "2000-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-00-10T09:30:00Z",
            "2026-13-10T09:30:00Z",
            "2026-01-00T09:30:00Z",
            "2026-01-32T09:30:00Z",
            "2026-04-31T09:30:00Z",
            "2026-03-01T24:00:00Z",
            "2026-03-01T23:60:00Z",
            "2026-12-31T23:59:60Z",
            "2016-12-31T23:59:60Z",
            "2026-03-01T09:30:00+17:59",
            "2026-03-01T09:30:00+18:00",
            "2026-03-01T09:30:00+18:01",
            "2026-03-01T09:30:00-18:00",
            "2026-03-01T09:30:00-18:01",
            "2026-03-01T09:30:00+23:59",
            "2026-03-01T09:30:00+01:60",
            "2026-03-01T09:30:00+01",
            "2026-03-01T09:30:00+0100",
            "2026-03-01T09:30:00+1:00",
            "2026-03-01T09:30:00+01:00:00",
            "20260301T093000Z",
            "2026-060T09:30:00Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999-18:00",
            "0000-01-01T00:00:00+18:00",
            "10000-01-01T00:00:00Z",
            "+2026-03-01T09:30:00Z",
            "-2026-03-01T09:30:00Z",
            " 2026-03-01T09:30:00Z",
            "2026-03-01T09:30:00Z ",
            "2026-03-01T09:30:00Z\\n",
            "",
            "now",
            "1772357400",
            "2026-03-01T09:30:00,5Z",
            "2026-03-01T09:30:0\u0660Z",
            "2026-03-01T09:30:00\u2212" + "01:00"
        };
        for (String timestamp : timestamps) {
            compare("{\"customer\":\"Ali\",\"amount\":1,\"timestamp\":\"" + timestamp + "\"}");
        }
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(timestamps[random.nextInt(6)]);
            int at = random.nextInt(text.length());
            text.setCharAt(
                    at,
                    random.nextInt(4) == 0 ? "TZ:-+.z".charAt(random.nextInt(7)) : (char) ('0' + random.nextInt(10)));
            compare("{\"customer\":\"Ali\",\"amount\":1,\"timestamp\":\"" + text + "\"}");
        }
        assertThat(accepted).isGreaterThan(500);
        assertThat(rejected).isGreaterThan(500);
    }

    @Test
    void on_every_type_in_every_field() {
        for (String field : List.of("customer", "amount", "transaction_id", "timestamp", "other", "")) {
            for (String value : List.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "1.5",
                    "\"\"",
                    "\"x\"",
                    "\"1\"",
                    "[]",
                    "{}",
                    "[1,[2]]",
                    "{\"customer\":\"Ali\",\"amount\":1}",
                    "tru",
                    "nul",
                    "'x'",
                    "x",
                    "",
                    "{",
                    "[")) {
                compare("{\"customer\":\"Ali\",\"amount\":1,\"" + field + "\":" + value + "}");
                compare("{\"amount\":1,\"" + field + "\":" + value + "}");
                compare("{\"customer\":\"Ali\",\"" + field + "\":" + value + "}");
                compare("{\"" + field + "\":" + value + "}");
                compare(value);
                compare("[" + VALID + "," + value + "]");
                compare("{\"" + field + "\":" + value + "," + VALID.substring(1));
            }
        }
        assertThat(accepted).isGreaterThan(30);
        assertThat(rejected).isGreaterThan(300);
    }

    @Test
    void on_text_that_is_no_object_or_more_than_one() {
        for (String frame : List.of(
                "",
                " ",
                "\n",
                "\r\n",
                "\t",
                "\uFEFF",
                "\uFEFF ",
                "\uFEFF\uFEFF",
                "\u00a0",
                "\u0000",
                ",",
                ";",
                "}",
                "{",
                "]",
                "[",
                "x",
                "1",
                "null",
                "//",
                "/* */",
                "# ",
                "\"",
                "'",
                "\f",
                "\u000b")) {
            compare(frame);
            compare(frame + frame);
            compare(frame + frame + frame + frame);
            compare(frame + VALID);
            compare(VALID + frame);
            compare(frame + VALID + frame);
            compare(VALID + frame + VALID);
            compare(VALID.replace(",\"customer", frame + ",\"customer"));
            compare(VALID.replace("\"customer\"", "\"customer\"" + frame));
            compare(VALID.replace("}", frame + "}"));
        }
        for (String json : List.of(
                "{}",
                "{\"customer\"}",
                "{'customer':'Ali','amount':1}",
                "{customer:\"Ali\",amount:1}",
                "{\"customer\":\"Ali\" \"amount\":1}",
                "{\"customer\":\"Ali\";\"amount\":1}",
                "{\"customer\"=\"Ali\",\"amount\"=1}",
                "{\"customer\":\"Ali\",\"amount\":1,\"customer\":\"Ali\"}",
                "{\"amount\":1,\"customer\":\"Ali\",\"amount\":1}",
                "{\"customer\":\"Ali\",\"amount\":1,\"transaction_id\":\"a\",\"transaction_id\":\"a\"}",
                "{\"customer\":\"Ali\",\"amount\":1,\"cust\\u006fmer\":\"Ali\"}",
                "{\"cust\\u006fmer\":\"Ali\",\"amount\":1}",
                "{\"Customer\":\"Ali\",\"amount\":1}",
                "{\"customer \":\"Ali\",\"amount\":1}")) {
            compare(json);
        }
        for (int depth : new int[] {10, 900, 5_000}) {
            compare("[".repeat(depth));
            compare("{\"a\":".repeat(depth));
            compare("{\"customer\":\"Ali\",\"amount\":1,\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
            compare("{\"customer\":\"Ali\",\"amount\":1,\"x\":" + "{\"a\":".repeat(depth) + "1"
                    + "}".repeat(depth + 1));
            compare("{\"customer\":\"Ali\",\"amount\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
        }
        assertThat(accepted).isGreaterThan(30);
        assertThat(rejected).isGreaterThan(100);
    }

    @Test
    void on_bytes_that_are_no_utf_8() {
        for (String hex : List.of(
                "80",
                "bf",
                "c0af",
                "c1bf",
                "c080",
                "c2",
                "e0",
                "e080af",
                "e09f80",
                "e282",
                "eda080",
                "edbfbf",
                "eda0bdedb880",
                "ee8080",
                "f0808080",
                "f08282ac",
                "f09f98",
                "f09f9880",
                "f48fbfbf",
                "f4908080",
                "f5808080",
                "f888808080",
                "fe",
                "ff",
                "c3a9",
                "e282ac",
                "efbbbf",
                "efbfbd",
                "efbfbf",
                "c280")) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            for (String place : List.of("Ali", "\"customer\"", "120", "{", "}", "09:30", "T-")) {
                int at = VALID.indexOf(place);
                compare(splice(VALID.getBytes(StandardCharsets.UTF_8), at, at, bytes));
                compare(splice(VALID.getBytes(StandardCharsets.UTF_8), at + 1, at + 1, bytes));
                compare(splice(VALID.getBytes(StandardCharsets.UTF_8), at, at + 1, bytes));
            }
            compare(bytes);
            compare(splice(VALID.getBytes(StandardCharsets.UTF_8), VALID.length(), VALID.length(), bytes));
            compare(splice(
                    "{\"customer\":\"Ali\",\"amount\":1,\"x\":\"\"}".getBytes(StandardCharsets.UTF_8), 34, 34, bytes));
        }
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "IBM037")) {
            for (String text : List.of(VALID, "{}", "1", "", "\uFEFF" + VALID, VALID.replace("Ali", "Zoë"))) {
                compare(text.getBytes(Charset.forName(charset)));
            }
        }
        assertThat(accepted).isGreaterThan(10);
        assertThat(rejected).isGreaterThan(300);
    }

    @Test
    void on_messages_that_are_cut_off() {
        byte[] message = (VALID.replace("Ali", "\uD83D\uDE00 \\u0041") + "\r\n").getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= message.length; length++) {
            compare(splice(message, length, message.length, new byte[0]));
            compare(splice(message, 0, length, new byte[0]));
        }
        assertThat(accepted).isEqualTo(4);
    }

    @Test
    void on_random_damage_of_valid_messages() {
        String[] valid = {
            VALID,
            "{\"customer\":\"Zo\u00eb \uD83D\uDE00\",\"amount\":\"-1.50\"}",
            "{ \"amount\" : 1e3 , \"customer\" : \"\\u0041li\\n\" , \"x\" : [ { \"y\" : null } , true ] }",
            "\uFEFF{\"customer\":\"A\",\"amount\":0.5,\"timestamp\":\"2024-02-29T23:59:59.5+05:30\"}\r\n"
        };
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] message = valid[random.nextInt(valid.length)].getBytes(StandardCharsets.UTF_8);
            for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
                message = damage(message, random);
            }
            compare(message);
        }
        assertThat(accepted).isGreaterThan(1_000);
        assertThat(rejected).isGreaterThan(1_000);
    }

    private static byte[] damage(byte[] message, Random random) {
        int at = random.nextInt(message.length);
        String telling = "{}[]\",:\\/0123456789.eE+- \t\r\nTZunltrfasc'";
        byte[] some = {
            (byte) (random.nextBoolean() ? telling.charAt(random.nextInt(telling.length())) : random.nextInt(256))
        };
        return switch (random.nextInt(5)) {
            case 0 -> splice(message, at, at + 1, new byte[0]);
            case 1 -> splice(message, at, at, some);
            case 2 -> splice(message, at, at + 1, some);
            case 3 -> splice(message, at, at + 1, new byte[] {(byte) (message[at] ^ (1 << random.nextInt(8)))});
            default -> splice(message, at, at, new byte[] {message[random.nextInt(message.length)]});
        };
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] instead) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, from);
        spliced.writeBytes(instead);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }

    private static String randomAmount(Random random) {
        StringBuilder amount = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        int integerDigits = 1 + random.nextInt(random.nextInt(4) == 0 ? 18 : 6);
        for (int i = 0; i < integerDigits; i++) {
            amount.append(random.nextInt(i == 0 && integerDigits > 1 ? 9 : 10) + (i == 0 && integerDigits > 1 ? 1 : 0));
        }
        int decimals = random.nextInt(5);
        for (int i = 0; i < decimals; i++) {
            amount.append(i == 0 ? "." : "").append(random.nextInt(3) == 0 ? random.nextInt(10) : 0);
        }
        if (random.nextInt(4) == 0) {
            amount.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(40) - 20);
        }
        return amount.toString();
    }

    private void compare(String message) {
        compare(message.getBytes(StandardCharsets.UTF_8));
    }

    private void compare(byte[] message) {
        Verdict verdict = Contract.check(message);
        boolean accepts = verdict instanceof Accepted;
        if (accepts) {
            accepted++;
            byte[] theLongWay = message[0] == MARK[0] ? message : splice(message, 0, 0, MARK);
            assertThat(Contract.check(theLongWay)).isEqualTo(verdict);
        } else {
            rejected++;
        }
        if (accepts != schema.accepts(message)) { // building the description for each message would take long
            String text = new String(message, StandardCharsets.UTF_8);
            assertThat(verdict)
                    .as(text.length() > 300 ? text.substring(0, 300) : text)
                    .isNull();
        }
    }
}
