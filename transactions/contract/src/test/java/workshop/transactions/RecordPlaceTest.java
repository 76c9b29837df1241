package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPlaceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "partition 0, offset 17",
                "/data/a.json, line 3",
                "/data/partition 0, offset 17, line 3",
                "a\nb, line 1"
            })
    void its_words_are_read_as_the_same_place(String words) {
        assertThat(RecordPlace.parse(words).words()).isEqualTo(words);
    }

    @Test
    void other_words_are_no_place() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordPlace.parse("somewhere"));
    }

    @Test
    void a_place_is_in_a_file_or_in_the_log() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordPlace(null, null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordPlace("a.json", 1L, 0, 1L));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordPlace("a.json", null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordPlace(null, null, 0, null));
    }

    @Test
    void the_folders_are_left_out_if_there_are_some() {
        assertThat(RecordPlace.inFile("/data/old/a.json", 3).withoutFolders())
                .isEqualTo(RecordPlace.inFile("a.json", 3));
        assertThat(RecordPlace.inFile("a.json", 3).withoutFolders()).isEqualTo(RecordPlace.inFile("a.json", 3));
        assertThat(RecordPlace.inLog(1, 2).withoutFolders()).isEqualTo(RecordPlace.inLog(1, 2));
    }

    @Test
    void files_come_before_the_log() {
        List<RecordPlace> sorted = List.of(
                RecordPlace.inFile("a", 2),
                RecordPlace.inFile("a", 10),
                RecordPlace.inFile("b", 1),
                RecordPlace.inLog(0, 9),
                RecordPlace.inLog(0, 10),
                RecordPlace.inLog(1, 0));
        assertThat(sorted.stream().sorted()).isEqualTo(sorted);
    }
}
