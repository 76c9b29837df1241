package workshop.producer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.settings.WorkshopException;

class FileSourceTest {
    @TempDir
    private Path folder;

    @Test
    void every_line_is_a_record_byte_for_byte() throws IOException {
        assertThat(records("{\"a\":1}\n  not JSON\t\u00e9\u00ff \n{\"b\":2},\n"))
                .containsExactly("{\"a\":1}", "  not JSON\t\u00e9\u00ff ", "{\"b\":2},");
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(records("one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void line_ends_of_windows_and_a_byte_order_mark_and_blank_lines_are_no_records() throws IOException {
        assertThat(records("\u00ef\u00bb\u00bfone\r\n\r\n \t\r\n\ntwo\r\n")).containsExactly("one", "two");
    }

    @Test
    void an_empty_file_has_no_records() throws IOException {
        assertThat(records("")).isEmpty();
        assertThat(records("\n\n")).isEmpty();
    }

    @Test
    void lines_longer_than_a_buffer_stay_whole() throws IOException {
        String line = "x".repeat(LineReader.MAX_LINE);
        assertThat(records(line + "\n" + line)).containsExactly(line, line);
    }

    @Test
    void a_line_without_end_is_refused_before_it_fills_the_memory() {
        byte[] bytes = ("one\n" + "x".repeat(LineReader.MAX_LINE + 1)).getBytes(ISO_8859_1);
        RecordSource source = StdinSource.of(new ByteArrayInputStream(bytes));
        source.next();
        assertThatExceptionOfType(WorkshopException.class)
                .isThrownBy(source::hasNext)
                .withMessageStartingWith("Line 2 of standard input is longer");
    }

    @Test
    void standard_input_is_read_the_same_way() {
        RecordSource source = StdinSource.of(new ByteArrayInputStream("one\n\ntwo".getBytes(ISO_8859_1)));
        assertThat(texts(source)).containsExactly("one", "two");
        assertThat(source.expected()).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(source::next);
    }

    @Test
    void a_file_that_is_not_there_is_refused_with_its_full_path() {
        Path missing = folder.resolve("missing.json");
        WorkshopException refusal = catchThrowableOfType(WorkshopException.class, () -> FileSource.open(missing));
        assertThat(refusal.exitCode()).isEqualTo(WorkshopException.USAGE);
        assertThat(refusal.why()).contains(missing.toAbsolutePath().toString());
    }

    @Test
    void a_folder_is_refused() {
        WorkshopException refusal = catchThrowableOfType(WorkshopException.class, () -> FileSource.open(folder));
        assertThat(refusal.why()).contains("folder");
    }

    @Test
    void a_json_array_is_refused_rather_than_sent_as_broken_lines() {
        WorkshopException refusal =
                catchThrowableOfType(WorkshopException.class, () -> records("\n [{\"a\":1},\n{\"b\":2}]"));
        assertThat(refusal.why()).contains("JSON array");
    }

    private List<String> records(String content) throws IOException {
        Path file = folder.resolve("events.json");
        Files.write(file, content.getBytes(ISO_8859_1));
        try (RecordSource source = FileSource.open(file)) {
            List<String> texts = texts(source);
            assertThat(source.expected()).hasValue(texts.size());
            return texts;
        }
    }

    private static List<String> texts(RecordSource source) {
        List<String> texts = new ArrayList<>();
        source.forEachRemaining(bytes -> texts.add(new String(bytes, ISO_8859_1)));
        return texts;
    }
}
