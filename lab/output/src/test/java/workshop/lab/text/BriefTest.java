package workshop.lab.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BriefTest {
    private static final Path FOLDER = Path.of("/home/lina/lambda");

    private static String table(Rows rows) {
        return Format.TABLE.write(Brief.of(rows, FOLDER));
    }

    @Test
    void a_long_sentence_goes_on_below_and_a_file_of_this_folder_is_named_as_from_here() {
        Rows rows = new Rows(
                List.of("place", "why"),
                List.of(
                        List.of(
                                "/home/lina/lambda/datasets/transactions.json:490",
                                "customer_blank: customer is blank"),
                        List.of(
                                "partition 1, offset 92",
                                "amount_too_many_decimals: amount \"19.995\" has 3 decimals, at most 2 are allowed")));

        assertThat(table(rows)).isEqualTo("""
                          place                            why
                          ------------------------------   ---------------------------------------------
                          datasets/transactions.json:490   customer_blank: customer is blank
                          partition 1, offset 92           amount_too_many_decimals: amount "19.995" has
                                                           3 decimals, at most 2 are allowed
                        """);
    }

    @Test
    void a_record_is_shown_as_it_was_sent_also_with_several_spaces() {
        String record = "{\"customer\":  \"Ali\",   \"amount\": \"1  0\"}";

        assertThat(table(new Rows(List.of("code", "record"), List.of(List.of("x", record)))))
                .contains(record);
    }

    @Test
    void moments_have_seconds_and_numbers_stay() {
        Rows rows = new Rows(
                List.of("partition", "at"),
                List.of(Arrays.asList(1, "2026-11-25 00:27:57.325345+00"), Arrays.asList(2, null)));

        assertThat(table(rows)).isEqualTo("""
                          partition   at
                          ---------   ----------------------
                                  1   2026-11-25 00:27:57+00
                                  2
                        """);
    }

    @Test
    void no_line_is_longer_than_80_columns_whatever_stands_in_it() {
        String path = "/home/somebody_else/" + "folder/".repeat(20) + "history.json:7";
        String record = "{\"customer\":\"" + "Zo\u00eb".repeat(60) + "\"}";

        String table = table(new Rows(List.of("place", "record"), List.of(List.of(path, record))));

        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(table).contains("/home/somebody_.../history.json:7");
        assertThat(table.replaceAll("(?s)^.*history.json:7|\\s", "")).isEqualTo(record);
    }

    @Test
    void a_long_name_stays_whole_as_long_as_there_is_room() {
        String name = "Wolfeschlegelsteinhausenbergerdorff the Elder";

        assertThat(table(new Rows(List.of("customer", "total"), List.of(List.of(name, new BigDecimal("1.00"))))))
                .contains("  " + name + "    1.00\n");
    }

    @Test
    void a_record_without_spaces_is_broken_behind_a_comma() {
        String record =
                "{\"transaction_id\":\"E-000435\",\"customer\":\"Hugo\",\"amount\":19.995,\"note\":\"no, none\"}";

        assertThat(table(new Rows(List.of("customers_of_today", "record"), List.of(List.of(7L, record)))))
                .endsWith("""
                                           7   {"transaction_id":"E-000435","customer":"Hugo",
                                               "amount":19.995,"note":"no, none"}
                        """);
    }

    @Test
    void stacked_columns_stand_one_below_the_other() {
        Rows rows = new Rows(List.of("offset", "code", "record"), List.of(List.of(7L, "not_json", "not even JSON")));

        assertThat(table(rows.stacked())).isEqualTo("""
                          offset   code, record
                          ------   -------------
                               7   not_json
                                   not even JSON
                        """);
    }
}
