package workshop.transactions.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private static final String ALI = "{\"customer\": \"Ali\", \"amount\": 120}";
    private static final String SARA = "{\"customer\": \"Sara\", \"amount\": 90}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{A}\n{S}\n",
                "{A}\n{S}",
                "{A}\r\n{S}\r\n",
                "\uFEFF{A}\n{S}\n",
                "\n\n{A}\n \t \r\n\n{S}\n\n",
                "\uFEFF\n{A}\n\r\n\r\n{S}"
            })
    void however_the_lines_end_the_file_gives_its_two_records(String layout) throws IOException {
        Reading reading = Reading.of(layout.replace("{A}", ALI).replace("{S}", SARA));
        assertThat(reading.records).containsExactly(ALI, SARA);
        assertThat(reading.amounts()).containsExactly("Ali 120.00", "Sara 90.00");
        assertThat(reading.rejected).isEmpty();
    }

    @Test
    void lines_that_end_in_a_comma_are_each_rejected_by_name() throws IOException {
        Reading reading = Reading.of(ALI + ",\n" + SARA + ",\n" + ALI + "\n");
        assertThat(reading.amounts()).containsExactly("Ali 120.00");
        assertThat(reading.codes()).containsExactly("bytes_after_the_object", "bytes_after_the_object");
    }

    @Test
    void an_empty_file_has_no_records() throws IOException {
        assertThat(Reading.of("").records).isEmpty();
        assertThat(Reading.of("\uFEFF").records).isEmpty();
        assertThat(Reading.of("\n\r\n  ").records).isEmpty();
    }

    @Test
    void a_record_is_at_the_offset_of_its_first_byte() throws IOException {
        assertThat(Reading.of("\uFEFF" + ALI + "\r\n\r\n" + SARA).offsets).containsExactly(3L, 3L + ALI.length() + 4);
    }

    @Test
    void a_line_of_more_than_16_MiB_is_rejected_unread_and_the_next_one_counts() throws IOException {
        String most = "y".repeat(Window.MAX_RECORD);
        Reading reading =
                Reading.of(ALI + "\n" + most + "\r\n" + most + "z\r\n" + most + "zzz\n" + most + most + "\n" + SARA);
        assertThat(reading.amounts()).containsExactly("Ali 120.00", "Sara 90.00");
        assertThat(reading.codes())
                .containsExactly("not_json", "record_too_long", "record_too_long", "record_too_long");
        assertThat(reading.rejected.get(1).sentence()).isEqualTo("the line is longer than 16 MiB");
    }

    @Test
    void ranges_cut_at_every_two_places_see_each_line_once() throws IOException {
        for (String file :
                new String[] {"\uFEFFa\r\n\n \nbcd\n\r\ne", "\uFEFF\nab\n", "\na\n\nb\n", "a", "a\r\nb\r\n"}) {
            Bytes bytes = Bytes.of(file);
            Reading whole = Reading.of(bytes);
            for (int first = 0; first <= bytes.length(); first++) {
                for (int second = first; second <= bytes.length(); second++) {
                    assertSame(whole, cut(bytes, 0, first, second, bytes.length()));
                }
            }
        }
    }

    @Test
    void random_files_cut_at_random_places_see_each_line_once() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Bytes bytes = new Bytes(randomLines(random));
            Reading whole = Reading.of(bytes);
            for (int round = 0; round < 20; round++) {
                long[] cuts = random.longs(random.nextInt(12), 0, bytes.length() + 1)
                        .sorted()
                        .toArray();
                long[] places = new long[cuts.length + 2];
                System.arraycopy(cuts, 0, places, 1, cuts.length);
                places[places.length - 1] = bytes.length();
                assertSame(whole, cut(bytes, places));
            }
        }
    }

    private static byte[] randomLines(Random random) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        if (random.nextBoolean()) {
            file.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
        }
        file.writeBytes("first\n".getBytes(StandardCharsets.UTF_8)); // no array
        int longest = random.nextInt(10) == 0 ? 3_000_000 : random.nextInt(2_000) + 1;
        for (int lines = random.nextInt(30); lines > 0; lines--) {
            byte[] line = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(longest)];
            Arrays.fill(line, (byte) (random.nextInt(5) == 0 ? ' ' : 'a' + random.nextInt(26)));
            file.writeBytes(line);
            file.writeBytes((random.nextInt(3) == 0 ? "\r\n" : "\n").getBytes(StandardCharsets.UTF_8));
        }
        file.writeBytes((random.nextBoolean() ? "last" : "").getBytes(StandardCharsets.UTF_8));
        return file.toByteArray();
    }

    private static Reading cut(HistoryInput file, long... places) throws IOException {
        Reading reading = new Reading();
        for (int i = 1; i < places.length; i++) {
            JsonLines.read(file, places[i - 1], places[i], reading);
        }
        return reading;
    }

    private static void assertSame(Reading whole, Reading cut) {
        assertThat(cut.offsets).isEqualTo(whole.offsets);
        assertThat(cut.records).isEqualTo(whole.records);
    }
}
