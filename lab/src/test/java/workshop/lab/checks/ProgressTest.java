package workshop.lab.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.lab.services.Home;
import workshop.settings.WorkshopException;

class ProgressTest {
    private static final Instant FIRST = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path home;

    @Test
    void a_home_that_is_not_there_has_no_progress_and_is_made_with_the_first_step() {
        Progress progress = Progress.of(home.resolve("new"));

        assertThat(progress.done()).isEmpty();
        assertThat(progress.note(1, FIRST)).isEmpty();
        assertThat(progress.done()).isEqualTo(Map.of(1, FIRST));
    }

    @Test
    void a_step_keeps_the_time_at_which_it_was_first_done() {
        Progress progress = Progress.of(home);
        progress.note(3, FIRST);
        progress.note(3, LATER);
        progress.note(2, LATER);

        assertThat(Progress.of(home).done()).isEqualTo(Map.of(2, LATER, 3, FIRST));
        assertThat(progress.of(3)).contains(FIRST);
        assertThat(progress.of(4)).isEmpty();
    }

    @Test
    void nothing_is_left_beside_the_file() throws IOException {
        Progress.of(home).note(3, FIRST);

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve(Home.PROGRESS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"steps\": {}}",
                "{\"done\": {\"three\": \"2026-11-21T09:00:00Z\"}}",
                "{\"done\": {\"3\": \"today\"}}"
            })
    void a_damaged_file_is_said_to_be_damaged_and_kept_and_stops_nobody(String text) throws IOException {
        Files.writeString(home.resolve(Home.PROGRESS), text);
        Progress progress = Progress.of(home);

        assertThatThrownBy(progress::done).isInstanceOfSatisfying(WorkshopException.class, e -> {
            assertThat(e.what()).isEqualTo("The progress in " + home.resolve(Home.PROGRESS) + " cannot be read.");
            assertThat(e.why()).endsWith(".");
            assertThat(e.next()).startsWith("./workshop check --all");
        });
        assertThat(progress.of(3)).isEmpty();

        assertThat(progress.note(4, FIRST)).isPresent();
        assertThat(progress.done()).isEqualTo(Map.of(4, FIRST));
        assertThat(home.resolve(Home.PROGRESS + ".damaged")).hasContent(text);
        assertThat(progress.note(5, FIRST)).isEmpty();
    }

    @Test
    void a_new_state_keeps_it_as_clearing_the_data_does() {
        Progress.of(home).note(3, FIRST);

        Home.clear(home);

        assertThat(Progress.of(home).done()).containsKey(3);
    }
}
