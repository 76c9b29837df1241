package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void a_number_and_a_text_have_the_same_order() {
        assertThat(List.of(
                        Place.inHistory(0, 0),
                        Place.inHistory(0, 9),
                        Place.inHistory(0, 10),
                        Place.inHistory(1, 0),
                        Place.inLog(0, 9),
                        Place.inLog(0, 10),
                        Place.inLog(2, 0),
                        Place.inLog(10, 0)))
                .isSorted();
        assertThat(List.of(
                        Place.textInHistory("/a", 0),
                        Place.textInHistory("/a", 9),
                        Place.textInHistory("/a", 10),
                        Place.textInHistory("/b", 0),
                        Place.textInLog(0, 9),
                        Place.textInLog(0, 10),
                        Place.textInLog(2, 0),
                        Place.textInLog(10, 0)))
                .isSorted();
    }

    @Test
    void the_text_is_what_the_state_of_a_running_version_holds() {
        assertThat(Place.textInHistory("/a", 12)).isEqualTo("0/a\0" + "0000000000000000012");
        assertThat(Place.textInLog(3, 12)).isEqualTo("1" + "0000000000000000003" + "0000000000000000012");
    }
}
