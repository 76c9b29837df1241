package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import workshop.batch.BatchReport;
import workshop.batch.view.BatchCounts;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

/** Histories that hold no transaction, by the commands and by spark-submit. */
class EmptyHistoryIT extends OnWorkbench {
    private static final String ALI = "{\"customer\": \"Ali\", \"amount\": 120}";

    private String total(String customer) {
        return bench.ask(
                "select total || ' in ' || transactions from customer_totals where customer = '" + customer + "'");
    }

    @Test
    void lines_that_end_in_a_comma_are_rejected_by_name() throws Exception {
        String file = bench.file(
                "history.json",
                "{\"customer\": \"Ali\", \"amount\": 120},\n{\"customer\": \"Sara\", \"amount\": 90},\n");

        BatchCounts counts = bench.insistentBatch(file).counts();

        assertThat(counts.read()).isEqualTo(2);
        assertThat(counts.rejected()).isEqualTo(2);
        Workbench.Outcome outcome = bench.cli("query", "--view", "rejected", "--format", "csv");
        assertThat(outcome.out())
                .contains(file + ",1,,,bytes_after_the_object,", file + ",2,,,bytes_after_the_object,");
    }

    @Test
    void a_history_without_a_transaction_is_not_published_unless_someone_insists() throws Exception {
        String good = bench.file("good.json", ALI + "\n");
        String csv = bench.file("data.csv", "customer,amount\nAli,1.50\n");
        bench.batch(good);

        Process refused = bench.command("batch", "--history", csv, "--replace-history");
        assertThat(refused.waitFor()).isEqualTo(1);
        assertThat(bench.output(0))
                .isEqualTo("error: Nothing was published: the history holds no transaction.\n"
                        + "  why: " + csv + " (2 records, all rejected) looks like CSV (commas between the fields);"
                        + " wanted is one JSON object a line. The totals stay as they are, and the next batch takes up"
                        + " epoch 2.\n"
                        + " next: write each row as an object: {\"customer\": \"Ali\", \"amount\": 1.50}; to publish all"
                        + " the same, the same command with --yes\n");
        assertThat(total("Ali")).isEqualTo("120.00 in 1");

        Process insisted = bench.command("batch", "--history", csv, "--replace-history", "--yes");
        assertThat(insisted.waitFor()).isZero();
        assertThat(bench.output(1))
                .contains(
                        "Epoch 2 is published: totals of 0 customers.\n"
                                + "  taken up from a run that had not finished: epoch 2\n",
                        "  warning: " + csv + " (2 records, all rejected) looks like CSV (commas between the fields);"
                                + " wanted is one JSON object a line. Next: write each row as an object: ");

        String report = bench.batch(csv, good).text(Runner.COMMAND_LINE);
        assertThat(report).contains("Epoch 3 is published: totals of 1 customer.\n", "  warning: " + csv + " (2");
        assertThat(report.split("warning")).hasSize(2);
        assertThat(total("Ali")).isEqualTo("120.00 in 1");
        assertThat(bench.replacingBatch(good).text(Runner.COMMAND_LINE)).doesNotContain("warning");

        assertThat(submitted(csv, "--replace-history")).isEqualTo(1);
        assertThat(bench.output(2)).contains("error: Nothing was published", "the same command with --yes\n");
        assertThat(submitted(csv, "--replace-history", "--yes")).isZero();
        assertThat(total("Ali")).isNull();
    }

    /** As spark-submit starts it. */
    private int submitted(String... arguments) throws Exception {
        return bench.java(bench.addresses(), workshop.batch.Main.class, arguments)
                .waitFor();
    }

    @Test
    void without_any_transaction_nothing_is_published_and_what_is_sent_then_is_published_with_it() throws Exception {
        assertThatThrownBy(bench::batch)
                .hasMessage("Nothing was published: there is no transaction.")
                .extracting(error -> ((WorkshopException) error).next(Runner.COMMAND_LINE))
                .isEqualTo(
                        "name a history file, or send transactions and run it again; to publish all the same, the same"
                                + " command with --yes");
        String csv = bench.file("data.csv", "Ali;1,50\nSara;2,25\n");
        Workbench.Outcome sent = bench.cli("produce", "--file", csv);
        assertThat(sent.exitCode()).isZero();
        assertThat(sent.out()).contains("Sent 2 records in ", ": all acknowledged.");
        assertThat(sent.err())
                .isEqualTo("warning: none of the 2 records of " + csv
                        + " keeps the contract; the layers will reject them all.\n"
                        + "  why: it looks like CSV (semicolons between the fields); wanted is one JSON object a line.\n"
                        + " next: write each row as an object: {\"customer\": \"Ali\", \"amount\": 1.50}\n");
        String empty = bench.file("empty.json", "");
        assertThatThrownBy(() -> bench.batch(empty))
                .extracting(error -> ((WorkshopException) error).why())
                .asString()
                .startsWith(empty + " is empty. The totals stay");

        bench.produce(ALI, ALI.replace("Ali", "ali"), ALI.replace("Ali", "Zo\u00eb"), ALI.replace("Ali", "Zoe\u0308"));
        BatchReport first = bench.insistentBatch();
        assertThat(first.epoch()).isEqualTo(3);
        assertThat(first.resumed()).containsExactly(1, 2);
        assertThat(first.counts().read()).isEqualTo(6);
        assertThat(first.text(Runner.COMMAND_LINE))
                .contains(
                        "  taken up from a run that had not finished: epoch 1, 2\n",
                        "  of these, 6 records of the log are new in these epochs\n");
        assertThat(bench.cli("status").out())
                .contains(
                        "\ntwins       \"Ali\" and \"ali\"; \"Zoe\\u0308\" and \"Zo\u00eb\": likely one customer, counted"
                                + " apart\n");
        bench.execute("insert into batch_totals (customer, total, transactions)"
                + " select 'c' || n, 1, 1 from generate_series(1, 100000) n");
        assertThat(bench.cli("status").out())
                .contains("\ntwins       not looked for: there are more than 100,000 customers\n");
        assertThat(total("Ali")).isEqualTo("120.00 in 1");
    }
}
