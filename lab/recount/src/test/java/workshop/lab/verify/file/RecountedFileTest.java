package workshop.lab.verify.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;
import workshop.transactions.Contract;
import workshop.transactions.Reason;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Verdict.Rejected;
import workshop.transactions.history.HistoryFile;
import workshop.transactions.history.LocalFile;

/** The recount's own reader, held against the one that the batch layer and Kappa share. */
class RecountedFileTest {
    private static final int FILES = 20_000;
    private static final String ALI = "{\"customer\": \"Ali\", \"amount\": 120}";
    private static final String MOST = "{\"x\":\"" + "y".repeat(RecountedFile.MAX_RECORD - 8) + "\"}";

    @TempDir
    private Path folder;

    @Test
    void both_readers_find_the_same_records_in_the_same_places_whatever_the_file() throws IOException {
        int rejecting = 0;
        for (int seed = 0; seed < FILES; seed++) {
            byte[] file = RandomFile.of(seed);
            Path path = write(file);
            List<String> shared = shared(path);

            assertThat(own(path)).as("seed %d:%n%s", seed, text(file)).isEqualTo(shared);
            rejecting += rejects(path) ? 1 : 0;
        }
        assertThat(rejecting).as("files with something to reject").isBetween(FILES / 4, FILES * 3 / 4);
    }

    @Test
    void a_shared_reader_that_drops_the_first_element_is_noticed_in_each_file_that_has_one() throws IOException {
        int withElements = 0;
        int noticed = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Path path = write(RandomFile.of(seed));
            List<String> shared = shared(path);
            withElements += shared.isEmpty() ? 0 : 1;
            noticed += own(path).equals(shared.subList(Math.min(1, shared.size()), shared.size())) ? 0 : 1;
        }
        assertThat(noticed).isEqualTo(withElements).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[A,\nA]",
                "[[A,A],",
                "[A}\nA]",
                "[A],\nA]",
                "[A]\n[A]\n",
                "[{\"a\":{\"b\":1,\nA,A]",
                "[{\"a\":[1}A]",
                "[\"a\"b\",\nA]",
                "[1 2, A]",
                "[A A]",
                "[,A,,A,]",
                "[ \n ]\n",
                "[",
                "[A",
                "[A,",
                "[A]x",
                "[A]]",
                "[\0A]",
                "[\0",
                "[A,\0\0\0A]",
                "[\u00C3\"A\"]",
                "[{\"a\": 01},A]",
                "[NaN, A, 1e999, -]",
                "[A/*c*/,A]",
                "[[[]],[{}]]"
            })
    void both_readers_read_a_damaged_array_alike(String layout) throws IOException {
        for (String start : List.of("", "\uFEFF", "\r\n ")) {
            Path path = write((start + layout.replace("A", ALI)).getBytes(StandardCharsets.UTF_8));
            assertThat(own(path)).isEqualTo(shared(path));
        }
    }

    @Test
    void both_readers_reject_what_is_too_long_and_go_on_behind_it() throws IOException {
        String longer = MOST.replace("x", "xx");
        for (String file : List.of(
                "[" + ALI + ",\n" + MOST + ",\n" + longer + ",\n" + ALI + "]",
                "[" + longer + "," + ALI + "]",
                "[[" + MOST + ",\n" + longer + ",\n" + ALI + "]",
                ALI + "\n" + MOST + "\r\n" + longer + "\r\n" + " ".repeat(MOST.length() + 2) + "\n" + ALI)) {
            Path path = write(file.getBytes(StandardCharsets.UTF_8));
            assertThat(own(path)).isEqualTo(shared(path)).anyMatch(entry -> entry.endsWith("RECORD_TOO_LONG"));
        }
    }

    @Test
    void an_array_is_parsed_over_the_borders_of_the_pieces_it_is_read_in() throws IOException {
        StringBuilder array = new StringBuilder("\uFEFF [");
        for (int i = 0; array.length() < 3_500_000; i++) {
            array.append(i == 0 ? "" : i % 7 == 0 ? " ,\r\n" : ",").append(ALI.replace("120", "" + i));
        }
        Path path = write((array + "]\n").getBytes(StandardCharsets.UTF_8));

        assertThat(own(path)).isEqualTo(shared(path)).hasSizeGreaterThan(50_000);
    }

    @Test
    void brackets_without_end_are_read_in_reasonable_time() throws IOException {
        Path path = write("[".repeat(10_000).getBytes(StandardCharsets.UTF_8));

        assertThat(own(path)).isEqualTo(shared(path));
    }

    @Test
    void a_file_that_is_gone_is_said_to_be_gone() {
        Path gone = folder.resolve("gone.json");

        assertThatThrownBy(() -> own(gone)).isInstanceOfSatisfying(WorkshopException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(1);
            assertThat(e.what()).isEqualTo("The history file " + gone + " cannot be recounted.");
            assertThat(e.why()).isEqualTo("It is not there any more; the totals were computed from it.");
            assertThat(e.next(Runner.COMMAND_LINE)).startsWith("put it back, then ./workshop verify");
        });
    }

    private Path write(byte[] file) throws IOException {
        return Files.write(folder.resolve("history.json"), file);
    }

    private static List<String> own(Path path) {
        List<String> entries = new ArrayList<>();
        RecountedFile.read(path, new EntryVisitor() {
            @Override
            public void record(long at, byte[] record) {
                entries.add(entry(at, record));
            }

            @Override
            public void broken(long at, Reason why) {
                entries.add(at + " " + why);
            }
        });
        return entries;
    }

    private static List<String> shared(Path path) {
        List<String> entries = new ArrayList<>();
        try {
            HistoryFile.read(LocalFile.at(path), new RecordVisitor() {
                @Override
                public void record(long at, byte[] bytes, int from, int length) {
                    entries.add(entry(at, Arrays.copyOfRange(bytes, from, from + length)));
                }

                @Override
                public void broken(long at, Rejected why) {
                    entries.add(at + " " + why.reason());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** Whether something in a file is no transaction. */
    private static boolean rejects(Path path) {
        boolean[] rejects = {false};
        RecountedFile.read(path, new EntryVisitor() {
            @Override
            public void record(long at, byte[] record) {
                rejects[0] |= Contract.check(record) instanceof Rejected;
            }

            @Override
            public void broken(long at, Reason why) {
                rejects[0] = true;
            }
        });
        return rejects[0];
    }

    private static String entry(long at, byte[] record) {
        return at + " " + text(record);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1); // keeps every byte
    }
}
