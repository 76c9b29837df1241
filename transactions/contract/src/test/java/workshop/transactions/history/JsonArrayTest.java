package workshop.transactions.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArrayTest {
    private static final String ALI = "{\"customer\": \"Ali\", \"amount\": 120}";
    private static final String SARA = "{\"customer\": \"Sara\", \"amount\": 90}";

    @Test
    void an_array_with_one_object_a_line_loses_none() throws IOException {
        Reading reading = Reading.of("[" + ALI + ",\n" + SARA + ",\n{\"customer\": \"Ali\", \"amount\": 200}]\n");
        assertThat(reading.amounts()).containsExactly("Ali 120.00", "Sara 90.00", "Ali 200.00");
        assertThat(reading.rejected).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{A},{S}]",
                "[{A} , {S}] ",
                "[\n{A},\n{S}\n]\n",
                "[\r\n{A},\r\n{S}\r\n]\r\n",
                "[\n{A}\n,\n{S}\n]",
                "\uFEFF[{A},\r\n{S}]",
                "\n \t[{A},\n\n\n{S}]",
                "[,{A},,{S},]",
                "[{A}{S}]",
                "[{A}\n{S}]"
            })
    void however_it_is_laid_out_the_array_gives_its_two_elements(String layout) throws IOException {
        Reading reading = Reading.of(layout.replace("{A}", ALI).replace("{S}", SARA));
        assertThat(reading.records).containsExactly(ALI, SARA);
        assertThat(reading.rejected).isEmpty();
    }

    @Test
    void a_pretty_printed_array_gives_its_elements_at_their_first_byte() throws IOException {
        String file = "[\r\n  {\r\n    \"customer\": \"Ali\",\r\n    \"amount\": 120\r\n  },\r\n"
                + "  {\r\n    \"customer\" : \"Sara\",\r\n    \"amount\" : 90,\r\n    \"tags\": [\r\n"
                + "      {\"x\": \"]}{[\\\"\"},\r\n      {\"y\": [[], {}]}\r\n    ]\r\n  }\r\n]\r\n";
        Reading reading = Reading.of(file);
        assertThat(reading.amounts()).containsExactly("Ali 120.00", "Sara 90.00");
        assertThat(reading.rejected).isEmpty();
        assertThat(reading.offsets).containsExactly((long) file.indexOf("{\r\n    \"customer\":"), (long)
                file.indexOf("{\r\n    \"customer\" :"));
    }

    @Test
    void elements_that_are_no_objects_are_rejected_one_by_one() throws IOException {
        Reading reading = Reading.of("[1, \"a,]{[\", null , [{\"customer\": 1}, [2]], -1.5e3\n, true]");
        assertThat(reading.records)
                .containsExactly("1", "\"a,]{[\"", "null", "[{\"customer\": 1}, [2]]", "-1.5e3", "true");
        assertThat(reading.codes()).containsOnly("not_an_object").hasSize(6);
    }

    @Test
    void an_empty_array_has_no_records() throws IOException {
        assertThat(Reading.of("[]").records).isEmpty();
        assertThat(Reading.of(" [ \n ]\n").records).isEmpty();
    }

    @Test
    void a_missing_closing_brace_costs_its_own_element_only() throws IOException {
        assertLost(
                "[{\"customer\":\"A\",\"amount\":1,\n" + ALI + ",\n" + SARA + "]", "{\"customer\":\"A\",\"amount\":1,");
        assertLost("[" + ALI + "," + SARA + ",{\"customer\":\"A\",\"amount\":1]", "{\"customer\":\"A\",\"amount\":1");
        assertLost("[{\"a\":{\"b\":1,\n" + ALI + "," + SARA + "]", "{\"a\":{\"b\":1,");
    }

    @Test
    void a_missing_opening_brace_costs_its_own_element_only() throws IOException {
        assertLost(
                "[" + ALI + ",\"customer\":\"A\",\"tags\":[1,{\"x\":2}],\"amount\":1}," + SARA + "]",
                "\"customer\":\"A\"",
                "\"tags\":[1,{\"x\":2}]",
                "\"amount\":1}");
    }

    @Test
    void a_string_that_is_not_closed_costs_its_own_element_only() throws IOException {
        assertLost("[{\"customer\":\"A,\"amount\":1}," + ALI + "," + SARA + "]", "{\"customer\":\"A,\"amount\":1}");
        assertLost(
                "[{\"customer\":\"A\n,\"amount\":1},\n" + ALI + ",\n" + SARA + "]",
                "{\"customer\":\"A",
                "\"amount\":1}");
        assertLost(
                "[{\"customer\":\"A\",\"amount\":\"1},\n" + ALI + ",\n" + SARA + "]",
                "{\"customer\":\"A\",\"amount\":\"1},");
    }

    @Test
    void brackets_too_many_are_rejected_and_cost_nothing_else() throws IOException {
        assertLost("[" + ALI + "},\n" + SARA + "]", "}");
        assertLost("[" + ALI + "],\n" + SARA + "]", "]");
        assertLost("[" + ALI + "[,\n" + SARA + "]", "[");
        assertLost("[[" + ALI + ",\n" + SARA + "]", "[");
        assertLost("[{" + ALI + ",\n" + SARA + "]", "{");
        assertLost("[" + ALI + ",{\"a\":[1}," + SARA + "]", "{\"a\":[1}");
    }

    @Test
    void what_follows_the_array_is_shown() throws IOException {
        assertLost("[" + ALI + "]\n" + SARA + "\n");
        assertLost("[" + ALI + "]\nthe end\n" + SARA + "\n", "the end");
        assertLost("[" + ALI + "]\n[" + SARA + "]\n", "[");
    }

    @Test
    void a_file_that_ends_in_its_array_is_told_so() throws IOException {
        String file = "[" + ALI + ",\n" + SARA + ",\n{\"customer\": \"Om";
        Reading reading = Reading.of(file);
        assertThat(reading.amounts()).containsExactly("Ali 120.00", "Sara 90.00");
        assertThat(reading.codes()).containsExactly("not_json", "array_not_closed");
        assertThat(reading.offsets.get(3)).isEqualTo(file.length());
    }

    @Test
    void an_element_of_more_than_16_MiB_is_rejected_unread() throws IOException {
        String most = "{\"x\":\"" + "y".repeat(Window.MAX_RECORD - 8) + "\"}";
        Reading reading = Reading.of("[" + ALI + ",\n" + most + ",\n" + most.replace("x", "xx") + ",\n" + SARA + "]");
        assertThat(reading.amounts()).containsExactly("Ali 120.00", "Sara 90.00");
        assertThat(reading.codes()).containsExactly("customer_missing", "record_too_long");
    }

    @Test
    void brackets_without_end_are_read_in_reasonable_time() throws IOException {
        Reading reading = Reading.of("[".repeat(3_000_000));
        assertThat(reading.records).hasSizeBetween(1, 1_000);
        assertThat(reading.rejected).hasSameSizeAs(reading.records);
    }

    private static void assertLost(String file, String... rejected) throws IOException {
        Reading reading = Reading.of(file);
        assertThat(reading.amounts()).containsExactly("Ali 120.00", "Sara 90.00");
        assertThat(reading.records)
                .filteredOn(each -> !each.equals(ALI) && !each.equals(SARA))
                .containsExactly(rejected);
    }
}
