package workshop.lab.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final String ALPHABET = "=+-@'\"\t\r\n,; aZ1\u00e9\uff1d\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1",
                "-1",
                "@SUM(A1:A9)",
                "\t=1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff201",
                "'=1",
                "''=1"
            })
    void a_text_that_a_spreadsheet_would_run_gets_an_apostrophe_before_it(String name) {
        assertThat(written(name)).isEqualTo("customer\n'" + name + "\n");
    }

    @Test
    void a_formula_in_quotes_is_none_either() {
        assertThat(written("=HYPERLINK(\"http://evil.example\",\"Ali\")"))
                .isEqualTo("customer\n\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"Ali\"\")\"\n");
        assertThat(written("\r=1")).isEqualTo("customer\n\"'\r=1\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ali", "'Ali", "O'Neil", "a=b", "", "1", "Zo\u00e9", " =1"})
    void any_other_text_stays_as_it_is(String name) {
        assertThat(written(name)).isEqualTo("customer\n" + name + "\n");
    }

    @Test
    void numbers_stay_numbers() {
        Rows rows = new Rows(
                List.of("total", "transactions", "late"), List.of(Arrays.asList(new BigDecimal("-3.00"), -7L, null)));

        assertThat(Format.CSV.write(rows)).isEqualTo("total,transactions,late\n-3.00,-7,\n");
    }

    @Test
    void the_name_of_a_column_is_a_text_too() {
        assertThat(Format.CSV.write(new Rows(List.of("=1+1", "a,b"), List.of())))
                .isEqualTo("'=1+1,\"a,b\"\n");
    }

    @Test
    void whatever_is_written_is_read_again() {
        Random random = new Random(7);
        List<List<Object>> names = random.ints(5_000, 0, 9)
                .mapToObj(length -> List.<Object>of(name(random, length), name(random, length)))
                .toList();

        List<Csv.Record> records = Csv.read(Format.CSV.write(new Rows(List.of("one", "other"), names)));

        assertThat(records).hasSize(names.size() + 1);
        assertThat(records.subList(1, records.size()).stream()
                        .map(record ->
                                record.cells().stream().<Object>map(Csv::text).toList())
                        .toList())
                .isEqualTo(names);
    }

    private static String name(Random random, int length) {
        return random.ints(length, 0, ALPHABET.codePointCount(0, ALPHABET.length()))
                .mapToObj(i -> Character.toString(ALPHABET.codePoints().toArray()[i]))
                .collect(Collectors.joining());
    }

    @Test
    void a_record_knows_its_line_also_behind_a_name_of_two_lines_and_with_line_ends_of_Windows() {
        assertThat(Csv.read("customer,total\r\n\"A\nli\",1\r\nSara,2\r\nOmar,3"))
                .containsExactly(
                        new Csv.Record(1, List.of("customer", "total")),
                        new Csv.Record(2, List.of("A\nli", "1")),
                        new Csv.Record(4, List.of("Sara", "2")),
                        new Csv.Record(5, List.of("Omar", "3")));
        assertThat(Csv.read("")).isEmpty();
    }

    private static String written(String name) {
        return Format.CSV.write(new Rows(List.of("customer"), List.of(List.of(name))));
    }
}
