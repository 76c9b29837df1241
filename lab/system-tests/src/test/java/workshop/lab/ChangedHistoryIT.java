package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import workshop.batch.BatchReport;
import workshop.batch.Stage;
import workshop.batch.StageListener;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaJob;
import workshop.lab.verify.Comparison;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

/** History files that go, come, grow, change and have several names: no batch takes money out without a word. */
class ChangedHistoryIT extends OnWorkbench {
    private static final String ALI = "{\"customer\": \"Ali\", \"amount\": 120}";
    private static final String SARA = "{\"customer\": \"Sara\", \"amount\": 90}";
    private static final String ZOE = "{\"customer\": \"Zoe\", \"amount\": 7}";

    /** All totals, and which epochs are open and published. */
    private String state() {
        return bench.ask(
                "select (select string_agg(customer || ' ' || total, ', ' order by customer) from customer_totals) || '; '"
                        + " || open_epoch || ', ' || published_epoch from hand_off");
    }

    private String totals() {
        return bench.ask("select string_agg(customer || ' ' || total, ', ' order by customer) from customer_totals");
    }

    private static void append(String file, String text) throws IOException {
        Files.writeString(Path.of(file), text, StandardOpenOption.APPEND);
    }

    private void refused(String why, String next, String... files) {
        String before = state();
        assertThatThrownBy(() -> bench.batch(files)).isInstanceOfSatisfying(WorkshopException.class, error -> {
            assertThat(error).hasMessage("The history is not the one of the last batch any more.");
            assertThat(error.why())
                    .isEqualTo(why + ". The totals would lose transactions, so nothing was cut or published.");
            assertThat(error.next(Runner.COMMAND_LINE)).startsWith(next);
        });
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void the_next_night_without_the_option_is_refused_with_both_ways_on() throws Exception {
        String mine = bench.file("mine.json", ZOE + "\n");
        assertThat(bench.command("batch", "--history", mine).waitFor()).isZero();
        assertThat(bench.output(0)).contains("\n  history: " + mine + ", new\n");
        String before = state();

        assertThat(bench.command("batch").waitFor()).isEqualTo(1);
        assertThat(bench.output(1))
                .isEqualTo("error: The history is not the one of the last batch any more.\n"
                        + "  why: " + mine
                        + " is not among the files of this one. The totals would lose transactions, so"
                        + " nothing was cut or published.\n"
                        + " next: ./workshop batch --history " + mine
                        + ", with each file as it was or with more behind it;"
                        + " or the same command with --replace-history, to count the history as it is now\n");
        assertThat(state()).isEqualTo(before).isEqualTo("Zoe 7.00; 2, 1");
        bench.agrees();

        assertThat(bench.command("batch", "--replace-history").waitFor()).isZero();
        assertThat(bench.output(2))
                .contains("\n  history: datasets/transactions.json, new\n  history: " + mine + ", left out\n");
        assertThat(totals()).startsWith("Ali 80540.20, ").doesNotContain("Zoe");
        bench.agrees();
        assertThat(bench.command("batch").waitFor()).isZero();
        assertThat(bench.output(3)).contains("\n  history: datasets/transactions.json, as before\n");
    }

    @Test
    void what_was_added_and_appended_and_moved_is_counted_and_named() throws Exception {
        String lines = bench.file("lines.json", ALI + "\n");
        String array = bench.file("array.json", "[\n  " + SARA + "\n]\n");
        assertThat(bench.batch(lines, array).history()).containsExactly(array + ", new", lines + ", new");
        assertThat(bench.batch(lines, array).history()).containsExactly(array + ", as before", lines + ", as before");

        append(lines, ALI + "\n\n" + SARA);
        bench.file("array.json", "[\n  " + SARA + ",\n  " + ZOE + "\n]\n");
        String added = bench.file("added.json", ZOE + "\n");
        BatchReport grown = bench.batch(lines, array, added);
        assertThat(grown.history())
                .containsExactly(added + ", new", array + ", 1 record appended", lines + ", 2 records appended");
        assertThat(grown.text(Runner.COMMAND_LINE)).contains("\n  history: " + lines + ", 2 records appended\n");
        assertThat(totals()).isEqualTo("Ali 240.00, Sara 180.00, Zoe 14.00");

        String moved = lines.replace("lines.json", "moved.json");
        Files.move(Path.of(lines), Path.of(moved));
        append(moved, "\n" + ZOE + "\n");
        assertThat(bench.batch(moved, array, added).history())
                .containsExactly(
                        added + ", as before", array + ", as before", moved + ", 1 record appended; it was " + lines);
        assertThat(totals()).isEqualTo("Ali 240.00, Sara 180.00, Zoe 21.00");
        bench.agrees();
    }

    @Test
    void what_a_file_held_must_stay_unless_someone_replaces_it() throws Exception {
        String file = bench.file("own.json", ALI + "\n" + SARA + "\n");
        String other = bench.file("other.json", ZOE + "\n");
        bench.batch(file, other);
        String changed = file + " does not begin with what it held then";
        String next = "./workshop batch --history " + other + " --history " + file + ", with each file as it was";

        bench.file("own.json", ALI.replace("120", "121") + "\n" + SARA + "\n");
        refused(changed, next, file, other);
        bench.file("own.json", ALI + "\n");
        refused(changed, next, file, other);
        refused(other + " is not among the files of this one; " + changed, "./workshop batch", file);
        // Two files in one would count what both held, but once.
        bench.file("own.json", ALI + "\n" + SARA + "\n" + ZOE + "\n");
        refused(other + " is not among the files of this one", "./workshop batch", file);

        bench.file("own.json", SARA + "\n");
        assertThat(bench.replacingBatch(file, other).history())
                .containsExactly(other + ", as before", file + ", replaced");
        assertThat(totals()).isEqualTo("Sara 90.00, Zoe 7.00");

        bench.execute("update history_files set held_bytes = null, held_sha256 = null");
        assertThat(bench.batch(file, other).history()).containsExactly(other + ", as before", file + ", as before");
        bench.execute("update history_files set held_bytes = null, held_sha256 = null");
        append(file, ZOE + "\n");
        refused(changed, next, file, other);
        bench.replacingBatch(file, other);
        bench.agrees();
    }

    @Test
    void one_content_under_several_names_counts_once_in_both_architectures() throws Exception {
        String file = bench.file("a.json", ALI + "\n" + SARA + "\n");
        Path original = Path.of(file);
        String copy = bench.file("b-copy.json", ALI + "\n" + SARA + "\n\n");
        String otherCase = bench.file("a.JSON.json", ALI + "\n" + SARA + "\n");
        String hard = Files.createLink(original.resolveSibling("c-hard.json"), original)
                .toString();
        String soft = Files.createSymbolicLink(original.resolveSibling("d-soft.json"), original)
                .toString();
        String more = bench.file("e.json", ALI + "\n");

        BatchReport report = bench.batch(soft, hard, copy, file, otherCase, more);

        assertThat(report.counts().read()).isEqualTo(3);
        String same = ", not read: the same content as " + otherCase;
        assertThat(report.history())
                .containsExactly(
                        otherCase + ", new", file + same, copy + same, hard + same, soft + same, more + ", new");
        assertThat(totals()).isEqualTo("Ali 240.00, Sara 90.00");
        bench.agrees();
        for (String name : new String[] {file, otherCase, hard, soft, copy, more}) {
            load(name);
        }
        lambdaAndKappaAgree();
        assertThat(bench.batch(hard, more).history())
                .containsExactly(hard + ", as before; it was " + otherCase, more + ", as before");
        assertThat(totals()).isEqualTo("Ali 240.00, Sara 90.00");
    }

    private HistoryLoad.Report load(String file) {
        return new HistoryLoad(bench.settings(), sent -> {}).load(Path.of(file));
    }

    private void lambdaAndKappaAgree() throws Exception {
        try (KappaJob job = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null)) {
            job.awaitCaughtUp();
        }
        assertThat(Comparison.run(bench.settings()).isEqual()).isTrue();
    }

    @Test
    void what_was_appended_goes_into_the_log_once() throws Exception {
        String lines = bench.file("lines.json", ALI + "\n");
        String array = bench.file("array.json", "[" + SARA + "]\n");
        load(lines);
        load(array);

        append(lines, SARA + "\n" + ZOE + "\n");
        assertThat(bench.cli("kappa", "load-history", lines).out())
                .isEqualTo(lines + ": 2 records were appended; 3 records are in the log now.\n");
        bench.file("array.json", "[" + SARA + ", " + ZOE + "]\n");
        assertThat(load(array)).isEqualTo(new HistoryLoad.Report(array, 2, 1, 1));
        bench.execute("update kappa_history_files set records = null, finished_at = null where path = '" + array + "'");
        assertThat(load(array)).as("goes on behind a load that died").isEqualTo(new HistoryLoad.Report(array, 2, 0, 1));
        assertThat(load(array)).isEqualTo(new HistoryLoad.Report(array, 2, 0, 0));
        assertThat(load(lines)).isEqualTo(new HistoryLoad.Report(lines, 3, 0, 0));

        bench.batch(lines, array);
        lambdaAndKappaAgree();
        assertThat(totals()).isEqualTo("Ali 120.00, Sara 180.00, Zoe 14.00");
        assertThat(bench.ask("select read from kappa_report")).isEqualTo("5");

        bench.file("array.json", "[" + ZOE + ", " + SARA + "]\n");
        assertThatThrownBy(() -> load(array)).hasMessage("The file " + array + " has changed since it was loaded.");
        String moved = lines.replace("lines.json", "moved.json");
        Files.move(Path.of(lines), Path.of(moved));
        assertThat(load(moved)).isEqualTo(new HistoryLoad.Report(lines, 3, 0, 0));
        append(moved, ALI + "\n");
        assertThatThrownBy(() -> load(moved))
                .hasMessage("The file " + moved + " begins with all that is in the log of " + lines
                        + ", which is not there any more.");
        Files.move(Path.of(moved), Path.of(lines));
        assertThat(load(lines)).isEqualTo(new HistoryLoad.Report(lines, 4, 1, 3));
    }

    @Test
    void a_file_that_changes_while_it_is_loaded_is_refused() throws Exception {
        String file = bench.file("history.json", (ALI + "\n").repeat(3));
        HistoryLoad meddled = new HistoryLoad(bench.settings(), sent -> {
            if (sent == 1) {
                meddle(Meddling.APPENDED, file);
            }
        });
        assertThatThrownBy(() -> meddled.load(Path.of(file)))
                .hasMessage("The file " + file + " has changed while it was loaded.");
        assertThatThrownBy(() -> load(file))
                .hasMessageContaining("has changed since its load began, which did not come to its end.");
    }

    /** What may happen to a file while a batch reads it. */
    private enum Meddling {
        APPENDED {
            @Override
            void with(Path file) throws IOException {
                append(file.toString(), ZOE + "\n");
            }
        },
        REWRITTEN {
            @Override
            void with(Path file) throws IOException {
                FileTime time = Files.getLastModifiedTime(file);
                Files.writeString(file, Files.readString(file).replace("120", "119"));
                Files.setLastModifiedTime(file, time);
            }
        },
        TRUNCATED {
            @Override
            void with(Path file) throws IOException {
                Files.writeString(file, ALI + "\n");
            }
        },
        EMPTIED {
            @Override
            void with(Path file) throws IOException {
                Files.writeString(file, "");
            }
        },
        DELETED {
            @Override
            void with(Path file) throws IOException {
                Files.delete(file);
            }
        },
        WRITTEN_WITH_THE_SAME {
            @Override
            void with(Path file) throws IOException {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            }
        };

        abstract void with(Path file) throws IOException;
    }

    private static void meddle(Meddling meddling, String file) {
        try {
            meddling.with(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_refused_and_nothing_is_published() throws Exception {
        String content = (ALI + "\n").repeat(60_000) + SARA + "\n"; // two ranges and more
        String good = bench.file("good.json", ZOE + "\n");
        bench.batch(good);
        for (Meddling meddling : Meddling.values()) {
            String file = bench.file("history.json", content);
            StageListener meddler = (stage, what) -> {
                if (stage == Stage.RECOMPUTE) {
                    meddle(meddling, file);
                }
            };
            assertThatThrownBy(() -> bench.batch(meddler, good, file))
                    .as(meddling.name())
                    .isInstanceOfSatisfying(WorkshopException.class, error -> assertThat(
                                    error.threeLines(Runner.COMMAND_LINE))
                            .isEqualTo("error: The history file " + file + " has changed while the batch read it.\n"
                                    + "  why: What was counted may be a part of the old file and a part of the new one."
                                    + " Nothing was published; the totals stay as they are.\n"
                                    + " next: the same command again, when nothing writes to the file any more"));
            assertThat(totals()).isEqualTo("Zoe 7.00");
            bench.agrees();
        }
        BatchReport next = bench.batch(good, bench.file("history.json", content));
        assertThat(next.resumed()).isNotEmpty();
        assertThat(totals()).isEqualTo("Ali 7200000.00, Sara 90.00, Zoe 7.00");
        bench.agrees();
    }

    @Test
    void a_submitted_job_without_files_goes_on_with_those_of_the_last_one() throws Exception {
        bench.produce(ALI);
        assertThat(submitted()).isZero();
        assertThat(bench.output(0))
                .startsWith("No history file was named, and the last batch had none: this one counts the log alone.\n")
                .contains("\n  history: none\n");
        String first = bench.file("first.json", SARA + "\n");
        String second = bench.file("second.json", ZOE + "\n");
        assertThat(submitted(first, second)).isZero();

        assertThat(submitted()).isZero();
        assertThat(bench.output(2))
                .startsWith("No history file was named: this batch goes on with those of the last one, " + first + ", "
                        + second + ".\n")
                .contains("\n  history: " + first + ", as before\n  history: " + second + ", as before\n");
        assertThat(totals()).isEqualTo("Ali 120.00, Sara 90.00, Zoe 7.00");

        assertThat(submitted(first)).isEqualTo(1);
        assertThat(bench.output(3))
                .contains(
                        "why: " + second + " is not among the files of this one. ",
                        " next: spark-submit batch-layer.jar --history " + first + " --history " + second + ", with");
        assertThat(submitted("--replace-history")).isEqualTo(2);
        assertThat(bench.output(4))
                .startsWith("error: The option --replace-history needs the files that replace the history.\n");
        assertThat(submitted("--history", first, "--history", second)).isZero();
        assertThat(submitted(first, "--replace-history")).isZero();
        assertThat(totals()).isEqualTo("Ali 120.00, Sara 90.00");
        bench.agrees();
    }

    /** As spark-submit starts it. */
    private int submitted(String... arguments) throws Exception {
        return bench.java(bench.addresses(), workshop.batch.Main.class, arguments)
                .waitFor();
    }
}
