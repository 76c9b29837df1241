package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaJob;
import workshop.lab.Workbench.Outcome;
import workshop.transactions.Rule;

/** The recount does not believe the layers: neither their reader of files nor, if it is given one, their list of files. */
class RecountIT extends OnWorkbench {
    private static final String ALI = "{\"customer\": \"Ali\", \"amount\": 120}";
    private static final String SARA = "{\"customer\": \"Sara\", \"amount\": 90}";
    private static final String LATER = "{\"customer\": \"Ali\", \"amount\": 200}";

    @Test
    void a_reader_that_drops_the_first_element_is_found_out_even_if_the_recount_has_it_on_its_class_path()
            throws Exception {
        String history = bench.file("history.json", "[" + ALI + ",\n" + SARA + ",\n" + LATER + "]\n");
        Path broken = BrokenReader.compile(bench.home());

        Process batch = bench.commandWithClasses(broken, "batch", "--history", history);
        assertThat(batch.waitFor()).as(bench.output(0)).isZero();
        assertThat(bench.ask("select total from customer_totals where customer = 'Ali'"))
                .isEqualTo("200.00");

        Process verify = bench.commandWithClasses(broken, "verify");
        assertThat(verify.waitFor()).as(bench.output(1)).isEqualTo(1);
        assertThat(bench.output(1))
                .contains("Recounted 3 records: 0 rejected, 0 duplicates taken out.\n", "The recount does not agree:\n")
                .containsPattern("Ali +200\\.00 +320\\.00 +0\\.00 +0\\.00 +1 +2")
                .doesNotContain("Sara");

        bench.batch(history);
        assertThat(bench.cli("verify").out())
                .contains("The recount agrees: 2 customers, 410.00 in all, to the cent.\n");
    }

    @Test
    void without_a_list_of_its_own_the_recount_says_whose_list_it_takes() throws Exception {
        String history = bench.file("history.json", ALI + "\n");
        bench.batch(history);

        Outcome outcome = bench.cli("verify");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .endsWith("to the cent.\nThe list of history files is the last batch's: " + history + "\n");
    }

    @Test
    void a_list_that_the_batch_has_read_too_agrees() throws Exception {
        String second = bench.file("b.json", ALI + "\n");
        String first = bench.file("a.json", "[" + SARA + "]");
        bench.batch(second, first);

        Outcome outcome = bench.cli("verify", "--history", second, "--history", first);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains(
                        "The recount agrees: 2 customers, 210.00 in all",
                        "The last batch has read the same history files: " + first + ", " + second + "\n");
    }

    @Test
    void files_that_only_one_list_has_are_named_and_their_amounts_differ() throws Exception {
        String read = bench.file("read.json", ALI + "\n");
        String given = bench.file("given.json", SARA + "\n");
        bench.batch(read);

        Outcome outcome = bench.cli("verify", "--history", given);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "The recount does not agree:\n",
                        "The last batch has read other history files:\n"
                                + "  not read by the batch:  " + given + "\n"
                                + "  not in your list:       " + read + "\n"
                                + "To compute the totals from your list: ./workshop batch --history " + given + "\n")
                .containsPattern("Ali +120\\.00 +0\\.00")
                .containsPattern("Sara +0\\.00 +90\\.00");
    }

    @Test
    void another_list_is_an_error_even_if_the_totals_are_the_same() throws Exception {
        String read = bench.file("read.json", ALI + "\n");
        String empty = bench.file("empty.json", "");
        bench.batch(read);

        Outcome outcome = bench.cli("verify", "--history", read, "--history", empty);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("The recount agrees: 1 customer, 120.00 in all", "  not read by the batch:  " + empty + "\n")
                .doesNotContain("not in your list");
    }

    @Test
    void a_file_that_is_gone_cannot_be_recounted_and_one_that_never_was_is_wrong_usage() throws Exception {
        String history = bench.file("history.json", ALI + "\n");
        bench.batch(history);
        Files.delete(Path.of(history));

        Outcome gone = bench.cli("verify");
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.err())
                .contains(
                        "The history file " + history + " cannot be recounted.",
                        "It is not there any more; the totals were computed from it.",
                        "put it back, then ./workshop verify");

        Outcome never = bench.cli("verify", "--history", history);
        assertThat(never.exitCode()).isEqualTo(2);
        assertThat(never.err()).contains("The history file " + history + " is not there.");
    }

    @Test
    void history_files_that_only_Lambda_or_only_Kappa_has_are_named() throws Exception {
        String inBoth = bench.file("both.json", ALI + "\n");
        String onlyLambda = bench.file("lambda.json", SARA + "\n");
        String onlyKappa = bench.file("kappa.json", LATER + "\n");
        bench.batch(inBoth, onlyLambda);
        for (String file : new String[] {inBoth, onlyKappa}) {
            new HistoryLoad(bench.settings(), sent -> {}).load(Path.of(file));
        }
        try (KappaJob job = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", Rule.ALL)) {
            job.awaitCaughtUp();
        }

        assertThat(bench.cli("compare").out())
                .contains(
                        "The history file " + onlyLambda + " is in Lambda's totals, not in Kappa's:"
                                + " ./workshop kappa load-history " + onlyLambda + "\n",
                        "The history file " + onlyKappa + " is in Kappa's totals, not in Lambda's:"
                                + " ./workshop batch --history " + onlyKappa + ", with the files of the last batch\n")
                .doesNotContain("The history file " + inBoth);
    }
}
