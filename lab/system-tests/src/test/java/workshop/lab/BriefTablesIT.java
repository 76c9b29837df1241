package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import workshop.lab.Workbench.Outcome;

/** What a student reads of states and of bad records: within 80 columns, and all of it if that is asked for. */
class BriefTablesIT extends OnWorkbench {
    private static final String MOMENT = "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}[+-][0-9:]+";

    private static final String ALI = "{\"transaction_id\": \"E-1\", \"customer\": \"Ali\", \"amount\": 120}";
    private static final String ANOTHER = "{\"transaction_id\": \"E-1\", \"customer\": \"Ali\", \"amount\": 999}";
    private static final String LONG =
            "{\"transaction_id\": \"E-2\", \"customer\": \"Ali\", \"amount\": \"twelve\", \"note\": \"what the till of the shop has printed\"}";

    private String brief(String... command) {
        Outcome outcome = bench.cli(command);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        return outcome.out();
    }

    private String wide(String... command) {
        return bench.cli(command).out();
    }

    @Test
    void status_says_the_moments_once_and_shows_what_is_asked_of_a_partition() throws Exception {
        bench.produce(ALI);
        assertThat(brief("status"))
                .contains(
                        "\ntopic       transactions: 4 partitions, 1 record\n",
                        "\nlag         1 record not counted yet\n",
                        "\nepoch       none published\n")
                .doesNotContain("speed  ");

        bench.countAllThatIsLeft("real-time");
        bench.batch();

        assertThat(brief("status"))
                .contains("\nlag         0 records not counted yet\n")
                .containsPattern("\nepoch       1 published, " + MOMENT + "\n")
                .containsPattern("\nspeed       last commit " + MOMENT + "\n")
                .containsPattern("\n  partition   batch_to   speed_to   covered_to   speed_accepted   speed_rejected\n"
                        + "  ---------   --------   --------   ----------   --------------   --------------\n");
        assertThat(wide("status", "--wide"))
                .contains("published_epoch", "speed_updated_at")
                .containsPattern("[0-9:]{8}[.][0-9]+[+-]");
    }

    @Test
    void rejected_records_and_duplicates_have_their_place_in_short_and_in_full() throws Exception {
        String file = bench.file("history.json", ALI + "\n" + LONG + "\n" + ALI + "\n");
        bench.produce(ANOTHER, "{\"customer\": \"Ali\", \"amount\": 0.005}");
        bench.batch(file);

        assertThat(brief("query", "--view", "rejected"))
                .contains("  place   ", "why\n", "history.json:2   amount_not_a_number: ")
                .containsPattern("\n  partition [0-9], offset 0 +amount_too_many_decimals: ");
        assertThat(wide("query", "--view", "rejected", "--wide"))
                .contains("log_offset   code ", file + "      2 ")
                .containsPattern("0.005\" has 3 decimals, at most 2 are allowed\n");
        assertThat(brief("query", "--view", "duplicates"))
                .contains(
                        "  transaction_id   customer   amount   place, counted\n",
                        "E-1              Ali        120.00   ")
                .containsPattern("\n {39}as in \\S*history.json:1\n|\n {39}as in\n {39}\\S*\n")
                .containsPattern("999.00   partition [0-9], offset 0\n {39}conflicting with");
        assertThat(wide("query", "--view", "duplicates", "--wide"))
                .contains("conflicting   counted", file + ", line 1\n");
        assertThat(wide("query", "--view", "rejected", "--format", "csv"))
                .startsWith("file,line,partition,log_offset,code,sentence\n" + file + ",2,,,amount_not_a_number,");
    }

    @Test
    void a_file_to_send_may_be_named_without_its_option() throws Exception {
        String file = bench.file("events.json", ALI + "\n" + ANOTHER + "\n");

        assertThat(bench.cli("produce", file).out()).matches("Sent 2 records in [0-9.]+ s: all acknowledged[.]\n");
    }

    @Test
    void a_dead_letter_has_its_record_below_its_code() throws Exception {
        bench.produce(LONG);
        bench.countAllThatIsLeft("real-time");

        assertThat(brief("dead-letters"))
                .endsWith("   amount_not_a_number\n"
                        + "                           {\"transaction_id\": \"E-2\", \"customer\": \"Ali\",\n"
                        + "                           \"amount\": \"twelve\", \"note\": \"what the till of the\n"
                        + "                           shop ...\n");
        assertThat(wide("dead-letters", "--wide")).contains(" sentence ", "amount \"twelve\" is not a number", LONG);
    }
}
