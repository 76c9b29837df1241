package workshop.transactions.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.transactions.history.ContentDigest.Standing;

class ContentDigestTest {
    private static ContentDigest of(String file) throws IOException {
        return ContentDigest.of(Bytes.of(text(file)));
    }

    private static Standing standing(String before, String now) throws IOException {
        return of(before).standing(Bytes.of(text(now)));
    }

    /** N stands for a line feed, so that a table shows it. */
    private static String text(String file) {
        return file.replace('N', '\n');
    }

    @Test
    void what_is_held_ends_with_the_last_record_and_has_the_known_hash() throws IOException {
        assertThat(of("abcN")).isEqualTo(of("abc")).isEqualTo(of("abc \r\n\n\t"));
        assertThat(of("abc"))
                .isEqualTo(new ContentDigest(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(of("").bytes()).isZero();
        assertThat(of(" N N").bytes()).isZero();
        assertThat(of("[{1},{2}]").bytes()).isEqualTo("[{1},{2}".length());
        assertThat(of(" [ {1}, {2} ,NN ]N")).isEqualTo(of(" [ {1}, {2}]"));
        assertThat(of("[ ]").bytes()).isEqualTo(1);
        assertThat(of("{[1]}").bytes())
                .as("only of an array the bracket closes it")
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{1}N           | {1}N              | SAME",
                "{1}            | {1}N              | SAME",
                "{1}N           | {1}N{2}N          | APPENDED",
                "{1}            | {1}N{2}           | APPENDED",
                "{1}            | {1} N{2}          | APPENDED",
                "''             | {1}N              | APPENDED",
                "''             | [{1}]             | APPENDED",
                "{1}            | {1}{2}            | CHANGED",
                "{1} N          | {1} {2}N          | CHANGED",
                "{1}N           | {2}N              | CHANGED",
                "{1}N{2}N       | {1}N              | CHANGED",
                "{1}N{2}N       | {2}N{1}N          | CHANGED",
                "{1}N           | {2}N{1}N          | CHANGED",
                "{1}N           | ''                | CHANGED",
                "[{1}]          | [N{1}]            | CHANGED",
                "[{1}]          | [{1}N]N           | SAME",
                "[{1}]          | [{1},{2}]         | APPENDED",
                "[{1}N]         | [{1}N,N{2}N]N     | APPENDED",
                "[{1},]         | [{1},{2}]         | APPENDED",
                "[]             | [{1}]             | APPENDED",
                "[{1},{2}]      | [{1}]             | CHANGED",
                "[{1}]          | [{1}0,{2}]        | CHANGED",
                "[{1}]          | [{1}] {2}         | CHANGED",
                "[{1}]          | {1}N              | CHANGED",
            })
    void a_file_stands_so_to_what_it_held(String before, String now, Standing standing) throws IOException {
        assertThat(standing(before, now)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{1}N      | {1}N{2}N{3}N        | 2",
                "{1}       | {1}N{2}             | 1",
                "''        | {1}N                | 1",
                "[{1}]     | [{1},{2},{3},{4}]   | 3",
                "[{1} N]   | [{1}N,{2}N]         | 1",
                "[]        | [{1}]               | 1",
            })
    void the_records_that_were_appended_are_counted(String before, String now, long records) throws IOException {
        assertThat(of(before).recordsBehind(Bytes.of(text(now)))).isEqualTo(records);
    }

    /** The one of the register before this rule: all bytes of the file. */
    @Test
    void a_hash_of_the_whole_file_knows_it_too() throws IOException {
        ContentDigest whole = new ContentDigest(4, "edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb");

        assertThat(whole.standing(Bytes.of("abc\n"))).isEqualTo(Standing.SAME);
        assertThat(whole.standing(Bytes.of("abc\ndef\n"))).isEqualTo(Standing.APPENDED);
        assertThat(whole.standing(Bytes.of("abc"))).isEqualTo(Standing.CHANGED);
    }

    @Test
    void long_ends_and_large_files_are_read_in_chunks() throws IOException {
        String lines = IntStream.range(0, 30_000)
                .mapToObj(i -> "{\"customer\": \"Ali\", \"amount\": " + i + "}")
                .collect(Collectors.joining("\n"));
        String blank = " \n".repeat(100_000);

        assertThat(ContentDigest.of(Bytes.of(lines + blank))).isEqualTo(ContentDigest.of(Bytes.of(lines)));
        assertThat(ContentDigest.of(Bytes.of("[" + lines + blank + "]" + blank)))
                .isEqualTo(ContentDigest.of(Bytes.of("[" + lines + "]")));
        assertThat(ContentDigest.of(Bytes.of(blank)).bytes()).isZero();
        assertThat(ContentDigest.of(Bytes.of(lines)).recordsBehind(Bytes.of(lines + blank + lines)))
                .isEqualTo(30_000);
    }

    @Test
    void one_other_byte_anywhere_is_another_content() throws IOException {
        Random random = new Random(14);
        byte[] content = new byte[200_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) ('a' + random.nextInt(26));
        }
        ContentDigest held = ContentDigest.of(new Bytes(content));
        for (int i = 0; i < 50; i++) {
            byte[] other = content.clone();
            other[random.nextInt(other.length)] ^= 1;
            assertThat(held.standing(new Bytes(other))).isEqualTo(Standing.CHANGED);
        }
    }

    @Test
    void a_file_that_ends_before_its_length_is_not_taken_for_a_shorter_one() {
        HistoryInput cut = new HistoryInput() {
            @Override
            public String name() {
                return "cut.json";
            }

            @Override
            public long length() {
                return 10;
            }

            @Override
            public InputStream open(long offset) {
                return Bytes.of("{1}").open(offset);
            }
        };

        assertThatThrownBy(() -> ContentDigest.of(cut)).isInstanceOf(EOFException.class);
    }
}
