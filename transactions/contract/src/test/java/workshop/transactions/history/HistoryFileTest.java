package workshop.transactions.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

class HistoryFileTest {
    @TempDir
    private Path folder;

    @Test
    void the_first_byte_that_is_no_white_space_tells_the_format() throws IOException {
        assertThat(HistoryFile.formatOf(Bytes.of("[]"))).isEqualTo(HistoryFormat.JSON_ARRAY);
        assertThat(HistoryFile.formatOf(Bytes.of("\uFEFF \r\n\t["))).isEqualTo(HistoryFormat.JSON_ARRAY);
        assertThat(HistoryFile.formatOf(Bytes.of(" ".repeat(3_000_000) + "["))).isEqualTo(HistoryFormat.JSON_ARRAY);
        assertThat(HistoryFile.formatOf(Bytes.of("{\"a\":[]}"))).isEqualTo(HistoryFormat.JSON_LINES);
        assertThat(HistoryFile.formatOf(Bytes.of("\uFEFF"))).isEqualTo(HistoryFormat.JSON_LINES);
        assertThat(HistoryFile.formatOf(Bytes.of(""))).isEqualTo(HistoryFormat.JSON_LINES);
    }

    @Test
    void a_local_file_is_read_from_any_offset() throws IOException {
        Path path = Files.writeString(folder.resolve("a history.json"), "0123456789");
        LocalFile file = LocalFile.at(path);
        assertThat(file.name()).isEqualTo(path.toString());
        assertThat(file.length()).isEqualTo(10);
        try (var in = file.open(7)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("789");
        }
    }

    @Test
    void a_file_that_is_not_there_or_a_directory_is_told_so_in_three_parts() {
        assertUsage(folder.resolve("nothing.json"), "is not there.");
        assertUsage(folder, "is a directory.");
    }

    @Test
    void a_file_that_may_not_be_read_is_told_so() throws IOException {
        Path path = Files.writeString(folder.resolve("locked.json"), "[]");
        assumeThat(path.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(path)).as("root reads everything").isFalse();
        assertUsage(path, "cannot be read.");
    }

    @ParameterizedTest
    @CsvSource({"1f8b0800, gunzip", "504b030414, unzip", "425a6839, bunzip2", "fd377a585a00, unxz", "28b52ffd, unzstd"})
    void a_compressed_file_is_to_be_unpacked_first(String magic, String command) throws IOException {
        Path path = Files.write(folder.resolve("packed.json"), HexFormat.of().parseHex(magic));
        assertThatThrownBy(() -> LocalFile.at(path))
                .isInstanceOfSatisfying(WorkshopException.class, e -> assertThat(e.next(Runner.COMMAND_LINE))
                        .isEqualTo("unpack it first: " + command + " " + path));
    }

    @Test
    void line_numbers_count_from_one_and_a_line_feed_ends_its_line() throws IOException {
        assertThat(LineNumbers.of(Bytes.of("ab\r\n\ncd"), new long[] {0, 0, 3, 4, 5, 6, 7, 99}))
                .containsExactly(1, 1, 1, 2, 3, 3, 3, 3);
        assertThat(LineNumbers.of(Bytes.of("ab\n"), new long[] {})).isEmpty();
    }

    @Test
    void line_numbers_of_a_large_file_are_those_of_a_plain_count() throws IOException {
        Random random = new Random(1);
        byte[] content = new byte[3_000_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (random.nextInt(20) == 0 ? '\n' : 'a');
        }
        long[] offsets = random.longs(2_000, 0, content.length + 1).sorted().toArray();
        long[] lines = LineNumbers.of(new Bytes(content), offsets);
        long line = 1;
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            for (; at < offsets[i]; at++) {
                line += content[at] == '\n' ? 1 : 0;
            }
            assertThat(lines[i]).isEqualTo(line);
        }
    }

    private static void assertUsage(Path path, String what) {
        assertThatThrownBy(() -> LocalFile.at(path)).isInstanceOfSatisfying(WorkshopException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(WorkshopException.USAGE);
            assertThat(e.what()).isEqualTo("The history file " + path + " " + what);
            assertThat(e.why()).isNotBlank();
            assertThat(e.next(Runner.COMMAND_LINE)).startsWith("ls ");
        });
    }
}
