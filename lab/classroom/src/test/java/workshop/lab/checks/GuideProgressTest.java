package workshop.lab.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.lab.services.Home;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

class GuideProgressTest {
    private static final Instant FIRST = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path home;

    @Test
    void a_home_that_is_not_there_has_no_progress_and_is_made_with_the_first_step() {
        GuideProgress progress = GuideProgress.of(home.resolve("new"));

        assertThat(progress.read().done()).isEmpty();
        assertThat(progress.note(1, FIRST)).isEmpty();
        assertThat(progress.read().done()).isEqualTo(Map.of(1, FIRST));
    }

    @Test
    void a_step_keeps_the_time_at_which_it_was_first_done() {
        GuideProgress progress = GuideProgress.of(home);
        progress.note(3, FIRST);
        progress.note(3, LATER);
        progress.note(2, LATER);

        assertThat(GuideProgress.of(home).read().done()).isEqualTo(Map.of(2, LATER, 3, FIRST));
    }

    @Test
    void steps_that_were_built_are_neither_done_nor_open_until_another_state_is_built() {
        GuideProgress progress = GuideProgress.of(home);
        progress.note(2, FIRST);
        assertThat(progress.noteBegun(4)).isEmpty();
        progress.note(5, LATER);

        GuideProgress.Noted noted = GuideProgress.of(home).read();
        assertThat(noted.done()).isEqualTo(Map.of(2, FIRST, 5, LATER));
        assertThat(noted.begun()).isEqualTo(4);
        assertThat(IntStream.rangeClosed(1, 6).filter(noted::isBuilt)).containsExactly(1, 2, 3);
        assertThat(IntStream.rangeClosed(1, 6).filter(noted::isOpen)).containsExactly(4, 6);

        progress.noteBegun(null);
        assertThat(IntStream.rangeClosed(1, 6).filter(progress.read()::isOpen)).containsExactly(1, 3, 4, 6);
    }

    @Test
    void nothing_is_left_beside_the_file() throws IOException {
        GuideProgress.of(home).note(3, FIRST);

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
        GuideProgress progress = GuideProgress.of(home);

        assertThatThrownBy(progress::read).isInstanceOfSatisfying(WorkshopException.class, e -> {
            assertThat(e.what()).isEqualTo("The progress in " + home.resolve(Home.PROGRESS) + " cannot be read.");
            assertThat(e.why()).endsWith(".");
            assertThat(e.next(Runner.COMMAND_LINE)).startsWith("./workshop check --all");
        });
        assertThat(progress.readOrNothing().done()).isEmpty();

        assertThat(progress.note(4, FIRST)).isPresent();
        assertThat(progress.read().done()).isEqualTo(Map.of(4, FIRST));
        assertThat(home.resolve(Home.PROGRESS + ".damaged")).hasContent(text);
        assertThat(progress.note(5, FIRST)).isEmpty();
    }

    @Test
    void a_new_state_keeps_it_as_clearing_the_data_does() {
        GuideProgress.of(home).note(3, FIRST);

        Home.clear(home);

        assertThat(GuideProgress.of(home).read().done()).containsKey(3);
    }
}
