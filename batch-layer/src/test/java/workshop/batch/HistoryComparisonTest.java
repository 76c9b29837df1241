package workshop.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

class HistoryComparisonTest {
    private static final SerializableConfiguration CONFIGURATION = new SerializableConfiguration(new Configuration());

    @TempDir
    private Path folder;

    private HadoopFile file(String name, String text) throws IOException {
        Path path = Files.writeString(folder.resolve(name), text);
        return new HadoopFile(path.toString(), path.toString(), 0, null, CONFIGURATION).now();
    }

    private static List<PublishedFile> published(HadoopFile... files) throws IOException {
        return DigestedFile.of(Arrays.asList(files)).stream()
                .map(held -> new PublishedFile(
                        held.file().path(), held.file().length(), held.file().modifiedAt(), held.held()))
                .toList();
    }

    private static HistoryComparison comparison(List<PublishedFile> last, HadoopFile... now) throws IOException {
        return HistoryComparison.of(last, DigestedFile.of(Arrays.asList(now)));
    }

    private List<String> lines(HistoryComparison comparison) throws IOException {
        return comparison.lines().stream()
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    private String lost(HistoryComparison comparison) {
        WorkshopException[] refused = {null};
        assertThatThrownBy(comparison::requireNothingLost)
                .isInstanceOfSatisfying(WorkshopException.class, error -> refused[0] = error);
        return refused[0]
                .why()
                .replace(folder + "/", "")
                .replace(". The totals would lose transactions, so nothing was cut or published.", "");
    }

    @Test
    void without_files_then_and_now_nothing_is_lost() throws IOException {
        HistoryComparison comparison = comparison(List.of());

        assertThatCode(comparison::requireNothingLost).doesNotThrowAnyException();
        assertThat(comparison.lines()).containsExactly("none");
    }

    @Test
    void two_files_that_have_exchanged_their_names_are_both_there() throws IOException {
        List<PublishedFile> last = published(file("a.json", "{1}\n"), file("b.json", "{2}\n"));

        HistoryComparison comparison = comparison(last, file("a.json", "{2}\n"), file("b.json", "{1}\n"));

        comparison.requireNothingLost();
        assertThat(lines(comparison))
                .containsExactly("a.json, as before; it was b.json", "b.json, as before; it was a.json");
    }

    @Test
    void a_file_that_was_rotated_and_has_a_successor_of_its_name_is_found() throws IOException {
        List<PublishedFile> last = published(file("day.json", "{1}\n"));

        HistoryComparison comparison = comparison(last, file("day-1.json", "{1}\n{2}\n"), file("day.json", "{3}\n"));

        comparison.requireNothingLost();
        assertThat(lines(comparison))
                .containsExactly("day-1.json, 1 record appended; it was day.json", "day.json, new");
    }

    @Test
    void one_file_takes_the_place_of_one_only() throws IOException {
        List<PublishedFile> last = published(file("a.json", "{1}\n"), file("b.json", "{1}\n{2}\n"));

        HistoryComparison comparison = comparison(last, file("b.json", "{1}\n{2}\n"));

        assertThat(lost(comparison)).isEqualTo("a.json is not among the files of this one");
        assertThat(lines(comparison)).containsExactly("b.json, as before", "a.json, left out");
    }

    @Test
    void each_file_that_is_gone_or_changed_is_named_with_the_command_that_names_all() throws IOException {
        List<PublishedFile> last =
                published(file("a.json", "{1}\n"), file("b.json", "{2}\n"), file("my file.json", "{3}\n"));

        HistoryComparison comparison = comparison(last, file("b.json", "{4}\n"), file("c.json", "{5}\n"));

        assertThat(lost(comparison))
                .isEqualTo("a.json is not among the files of this one; my file.json is not among the files of this"
                        + " one; b.json does not begin with what it held then");
        assertThatThrownBy(comparison::requireNothingLost)
                .extracting(error -> ((WorkshopException) error).next(Runner.COMMAND_LINE))
                .asString()
                .contains(" --history '" + folder.resolve("my file.json") + "'", "--replace-history");
        assertThat(lines(comparison))
                .containsExactly("b.json, replaced", "c.json, new", "a.json, left out", "my file.json, left out");
    }

    @Test
    void a_name_that_is_a_copy_now_is_not_missed() throws IOException {
        HadoopFile a = file("a.json", "{1}\n");
        HadoopFile b = file("b.json", "{1}\n\n");

        HistoryComparison comparison = comparison(published(b), a, b);

        comparison.requireNothingLost();
        assertThat(lines(comparison))
                .containsExactly("a.json, as before", "b.json, not read: the same content as a.json");
    }

    @Test
    void a_file_that_held_nothing_may_go() throws IOException {
        HistoryComparison comparison =
                comparison(published(file("empty.json", " \n"), file("a.json", "{1}\n")), file("a.json", "{1}\n"));

        comparison.requireNothingLost();
        assertThat(lines(comparison)).containsExactly("a.json, as before", "empty.json, left out");
        assertThat(lines(comparison(published(file("empty.json", "")), file("b.json", "{2}\n"))))
                .containsExactly("b.json, new", "empty.json, left out");
    }

    @Test
    void of_a_file_whose_content_was_not_noted_name_length_and_time_decide() throws IOException {
        HadoopFile a = file("a.json", "{1}\n");
        List<PublishedFile> last = List.of(new PublishedFile(a.path(), a.length(), a.modifiedAt(), null));

        assertThat(lines(comparison(last, a))).containsExactly("a.json, as before");
        assertThat(lost(comparison(last, file("a.json", "{1}\n{2}\n"))))
                .isEqualTo("a.json does not begin with what it held then");
        HadoopFile b = file("b.json", "{3}\n");
        Files.setLastModifiedTime(Path.of(b.path()), FileTime.from(a.modifiedAt()));
        assertThat(lost(comparison(last, b.now()))).isEqualTo("a.json is not among the files of this one");
        assertThat(lost(comparison(last))).isEqualTo("a.json is not among the files of this one");
    }
}
