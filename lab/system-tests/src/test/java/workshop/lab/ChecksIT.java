package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import workshop.batch.BatchOptions;
import workshop.handoff.TopicLog;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaJob;
import workshop.kappa.Promotion;
import workshop.lab.checks.Checks;
import workshop.lab.checks.Evidence;
import workshop.lab.checks.GuideProgress;
import workshop.lab.checks.StepResult;
import workshop.lab.checks.Workplace;
import workshop.lab.services.Home;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;
import workshop.lab.services.Topics;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;
import workshop.serving.Migrations;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.LiveComparison;
import workshop.serving.http.Proof;
import workshop.settings.Runner;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;
import workshop.transactions.Rule;

/**
 * A student who goes through the guide in order, on files of her own. Each step is not done before, is done after, is found out
 * when its result is damaged, and is done again when that is mended.
 */
@TestMethodOrder(OrderAnnotation.class)
class ChecksIT {
    private static final String MINE = """
            {"customer": "Ali", "amount": 120.50}
            {"transaction_id": "M-1", "customer": "Sara", "amount": -20}
            {"transaction_id": "M-1", "customer": "Sara", "amount": -20}
            {"customer": "Ali", "amount": 19.995}
            """;
    private static final String BAD = """
            {"transaction_id": "BAD-1", "customer": "Ali", "amount": "twelve"}
            {"transaction_id": "BAD-3", "amount": 12.00}
            not even JSON
            """;

    @TempDir
    private static Path folder;

    private static Workbench bench;
    private static Path history;
    private static List<String> events;

    @BeforeAll
    static void start() throws Exception {
        bench = Workbench.startAlone();
        Path datasets = Home.root().resolve("datasets");
        history = Files.copy(datasets.resolve("transactions.json"), folder.resolve("history.json"));
        Files.copy(datasets.resolve("events.json"), folder.resolve("events.json"));
        events = Files.readAllLines(folder.resolve("events.json"));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static StepResult check(int step) {
        return Checks.look(
                step, Evidence.of(new Workplace(bench.home(), "", folder, Home.root(), bench.settings(), false)));
    }

    private static void isDone(int step) {
        StepResult result = check(step);
        assertThat(result.isDone()).as(result.text()).isTrue();
        assertThat(result.text()).endsWith("Step " + step + " is done.\n");
    }

    /** The step is not done, and says so in these words. */
    private static void says(int step, String... words) {
        StepResult result = check(step);
        assertThat(result.isDone()).isFalse();
        assertThat(result.text()).contains(words).contains("Step " + step + " is not done: ");
    }

    /** The step is found out while the database is damaged, and done again when that is mended. */
    private static void damaged(int step, String damage, String repair, String... words) {
        bench.execute(damage);
        try {
            says(step, words);
        } finally {
            bench.execute(repair);
        }
        isDone(step);
    }

    /** The same with a file of the student's own. */
    private static void changed(int step, String name, Supplier<String> content, String... words) throws IOException {
        changed(step, name, content.get().getBytes(StandardCharsets.UTF_8), words);
    }

    private static void changed(int step, String name, byte[] content, String... words) throws IOException {
        Path file = folder.resolve(name);
        byte[] before = Files.readAllBytes(file);
        FileTime time = Files.getLastModifiedTime(file);
        Files.write(file, content);
        try {
            says(step, words);
        } finally {
            Files.write(file, before);
            Files.setLastModifiedTime(file, time);
        }
        isDone(step);
    }

    private static String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void speed() {
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"))) {
            speed.awaitCaughtUp();
        }
    }

    private static void deleteTopic(String topic) throws InterruptedException, ExecutionException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", bench.settings().kafka()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    private static void makeTopics() {
        await().ignoreExceptions().until(() -> {
            Topics.create(bench.settings());
            for (String topic :
                    List.of(bench.settings().topic(), bench.settings().deadLetterTopic())) {
                try (TopicLog log = new TopicLog(bench.settings().kafka(), topic)) {
                    log.endOffsets();
                }
            }
            return true;
        });
    }

    @Test
    @Order(1)
    void set_up() throws Exception {
        Workplace nowhere = new Workplace(folder.resolve("no-home"), "", folder, Home.root(), null, false);
        assertThat(Checks.look(1, Evidence.of(nowhere)).text())
                .contains("MISSING  Kafka does not run.", "MISSING  PostgreSQL does not run.", "next: ./workshop up\n");
        for (int step : new int[] {3, 4, 5, 6, 7, 8, 9, 10, 11, 12}) {
            assertThat(Checks.look(step, Evidence.of(nowhere)).text())
                    .startsWith("MISSING  Kafka and PostgreSQL do not run in ")
                    .contains("next: ./workshop up\n", "is not done: 1 of 1 finding.");
        }
        isDone(1);

        deleteTopic("transactions.dlq");
        await().untilAsserted(() -> says(1, "MISSING  The topic transactions.dlq is not there.", "./workshop up"));
        makeTopics();
        isDone(1);

        bench.execute("alter role reader password 'another'");
        says(1, "WRONG    The role reader cannot log in.", "Its password is another", "./workshop up");
        Migrations.migrate(bench.settings());
        isDone(1);

        bench.execute("create table kept as select * from flyway_schema_history");
        damaged(
                1,
                "delete from flyway_schema_history where installed_rank > 5",
                "insert into flyway_schema_history select * from kept where installed_rank > 5; drop table kept",
                "but its tables have version 5, not ");
    }

    @Test
    @Order(2)
    void the_data_and_its_contract() throws Exception {
        says(2, "MISSING  There is no file mine.json in this folder.", "you are in " + folder, "cat > mine.json");
        Path datasets = Files.createDirectory(folder.resolve("datasets"));
        Files.writeString(datasets.resolve("mine.json"), MINE); // where one who works in containers has it
        isDone(2);
        Files.move(datasets.resolve("mine.json"), folder.resolve("mine.json"));
        isDone(2);

        changed(2, "mine.json", () -> MINE.replace("19.995", "19.99"), "has no record that the contract rejects.");
        changed(2, "mine.json", () -> MINE.replaceFirst("M-1", "M-2"), "MISSING  mine.json has no duplicate.");
        changed(2, "mine.json", () -> MINE.replace("customer", "name"), "has no record that the contract accepts.");
    }

    @Test
    @Order(3)
    void the_batch_layer() throws Exception {
        says(3, "MISSING  No batch has published yet.", "next: ./workshop batch\n");
        says(12, "MISSING  No batch has published yet.", "MISSING  No version of Kappa answers.");
        bench.batch(history.toString());
        isDone(3);

        damaged(
                3,
                "update batch_totals set total = total + 0.01 where customer = 'Ali'",
                "update batch_totals set total = total - 0.01 where customer = 'Ali'",
                "WRONG    The batch total of 1 customer is not as recounted: Ali: batch part ",
                "./workshop step 3");
        damaged(
                3,
                "update batch_runs set read = read + 1, accepted = accepted + 1",
                "update batch_runs set read = read - 1, accepted = accepted - 1",
                "WRONG    The batch says read 3,001 = ",
                "the recount says read 3,000");
        changed(
                3,
                "history.json",
                () -> text("history.json") + "{\"customer\": \"Ali\", \"amount\": 1}\n",
                "WRONG    The history file history.json has changed since the batch read it.",
                "next: ./workshop batch --history history.json --replace-history, which counts it as it is now");
        Path away = Files.move(history, folder.resolve("away.json"));
        says(3, "WRONG    The history file history.json is not there any more.");
        Files.move(away, history);
        isDone(3);
    }

    @Test
    @Order(4)
    void the_topic_and_the_producer() throws Exception {
        says(4, "MISSING  None of the 1,200 lines of events.json stands in the topic.", "./workshop produce --file");
        bench.produce(events.subList(0, 600).toArray(String[]::new));
        says(4, "WRONG    Of the 1,200 lines of events.json, 600 are missing in the topic.", "./workshop step 4");
        bench.produce(events.subList(600, 1200).toArray(String[]::new));
        isDone(4);

        changed(
                4,
                "events.json",
                () -> text("events.json").replaceFirst("\"amount\":", "\"amount\": 1"),
                "Of the 1,200 lines of events.json, 1 is missing in the topic.");
        changed(
                4,
                "events.json",
                () -> text("events.json") + "{\"customer\":\"Ali\",\"amount\":1}\n",
                "Of the 1,201 lines of events.json, 1 is missing in the topic.");
    }

    @Test
    @Order(5)
    void the_speed_layer() throws Exception {
        says(5, "The speed layer has counted nothing yet.", "The event MY-1 is not in the topic.", "produce --stdin");
        bench.produce("{\"transaction_id\": \"MY-1\", \"customer\": \"Ali\", \"amount\": \"ten\"}");
        says(5, "WRONG    The event MY-1 is in the topic, and the contract rejects it.");
        bench.produce("{\"transaction_id\": \"MY-1\", \"customer\": \"Ali\", \"amount\": 10.00}");
        says(
                5,
                "MISSING  The event MY-1 is in the topic, and not counted yet.",
                "MISSING  1,202 records of the topic are not counted yet.",
                "next: ./workshop speed --until-caught-up");
        speed();
        isDone(5);

        damaged(
                5,
                "update speed_totals set total = total + 0.01 where customer = 'Mei'",
                "update speed_totals set total = total - 0.01 where customer = 'Mei'",
                "WRONG    The merged total of 1 customer is not as recounted: Mei: speed part ");
        bench.execute("create table kept as select * from speed_totals where customer = 'Sara'");
        damaged(
                5,
                "delete from speed_totals where customer = 'Sara'",
                "insert into speed_totals select * from kept; drop table kept",
                "Sara: speed part 0.00 instead of ");
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1.00}");
        says(5, "MISSING  1 record of the topic is not counted yet.");
        speed();
        isDone(5);
    }

    @Test
    @Order(6)
    void the_serving_layer() throws Exception {
        says(6, "MISSING  The page does not run.", "next: ./workshop dashboard in another terminal");
        String view =
                bench.ask("select pg_get_viewdef('customer_totals'::regclass)").replace(";", "");
        try (DashboardServer server = DashboardServer.start(
                        bench.settings(),
                        Runner.COMMAND_LINE,
                        () -> Proof.WAITING,
                        () -> LiveComparison.OFF,
                        "127.0.0.1",
                        0);
                JobNotes.Standing note = JobNotes.of(bench.home()).begin(LongCommand.DASHBOARD, server.port())) {
            isDone(6);
            damaged(
                    6,
                    "grant update on batch_totals to reader",
                    "revoke update on batch_totals from reader",
                    "WRONG    The role reader may do more than read: UPDATE on batch_totals.",
                    "WRONG    PostgreSQL lets the role reader update batch_totals.");
            damaged(
                    6,
                    "revoke select on customer_totals_naive from reader",
                    "grant select on customer_totals_naive to reader",
                    "WRONG    The role reader may not read customer_totals_naive.");
            damaged(
                    6,
                    "create or replace view customer_totals as select customer, batch_total, speed_total, total + 0.01 as"
                            + " total, transactions, left_out, left_out_transactions from (" + view + ") v",
                    "create or replace view customer_totals as " + view,
                    "WRONG    A total of customer_totals is not batch part + speed part: Ali ");
        }
        says(6, "MISSING  The page does not run.");
    }

    @Test
    @Order(7)
    void the_comparing_of_step_7_is_checked() throws Exception {
        says(7, "MISSING  There is no file comparison.csv in this folder.", "query --format csv > comparison.csv");
        String csv = bench.cli("query", "--format", "csv").out();
        Path file = Files.writeString(folder.resolve("comparison.csv"), csv);
        isDone(7);

        String ali =
                csv.lines().filter(line -> line.startsWith("Ali,")).findFirst().orElseThrow();
        String[] cells = ali.split(",");
        String wrong = ali.replace(cells[2], plusCent(cells[2])).replace(cells[3], plusCent(cells[3]));
        changed(
                7,
                "comparison.csv",
                () -> csv.replace(ali, wrong),
                "WRONG    A line is not what the recount says: Ali: speed part " + plusCent(cells[2]) + " instead of "
                        + cells[2]);
        changed(
                7,
                "comparison.csv",
                () -> csv.replace(ali, ali.replace(cells[3], plusCent(cells[3]))),
                "WRONG    A line does not add up: Ali: ");
        changed(7, "comparison.csv", () -> csv.replace(ali + "\n", ""), "WRONG    The file lacks Ali.");
        changed(7, "comparison.csv", () -> csv.replace(',', ';'), "WRONG    comparison.csv cannot be read.");
        changed(7, "comparison.csv", csv.getBytes(StandardCharsets.UTF_16), "It is not text in UTF-8.");
        assertThat(file).hasContent(csv);
    }

    private static String plusCent(String amount) {
        return new BigDecimal(amount).add(new BigDecimal("0.01")).toPlainString();
    }

    @Test
    @Order(8)
    void the_second_batch() throws Exception {
        says(8, "MISSING  Only epoch 1 is published.", "next: ./workshop batch\n");
        bench.batch(history.toString());
        isDone(8);
        isDone(7);
        changed(
                7,
                "comparison.csv",
                () -> bench.cli("query", "--format", "csv").out(),
                "MISSING  No line has a speed part.",
                "next: ./workshop step 7");
        changed(
                7,
                "comparison.csv",
                () -> bench.cli("query", "--view", "customer_totals_naive", "--format", "csv")
                        .out(),
                "WRONG    A line is not what the recount says: ");

        damaged(
                8,
                "update archives set records = records - 1 where epoch = 2",
                "update archives set records = records + 1 where epoch = 2",
                "WRONG    Epoch 2 has 1,203 records in the log, 1,203 in the lake, and 1,202 by the table archives.");
        damaged(
                8,
                "update batch_runs set duplicates = duplicates - 1, conflicting = 0, read = read - 1 where epoch = 2",
                "update batch_runs set duplicates = duplicates + 1, read = read + 1 where epoch = 2",
                "WRONG    The batch says that it took out ");
        Path epoch = bench.home().resolve("lake/epoch=2");
        Path away = Files.move(epoch, bench.home().resolve("away"));
        says(8, "WRONG    The lake has no archive of epoch 2", "./workshop batch, which archives it again");
        Files.move(away, epoch, StandardCopyOption.ATOMIC_MOVE);
        isDone(8);
        isDone(3);
    }

    @Test
    @Order(9)
    void crash_and_replay() throws Exception {
        says(9, "MISSING  No speed layer was killed in this home.", "MISSING  Nothing was sent since the cut");
        Process process = bench.command("speed");
        await().until(() -> bench.output(0)
                .contains("The speed layer counts what comes into the topic transactions. Ctrl-C ends it.\n"));
        assertThat(bench.cli("status").out()).contains("\njob         speed: running, process " + process.pid() + "\n");
        Workbench.Outcome killed = bench.cli("kill", "speed");
        assertThat(killed.out())
                .isEqualTo("Killed the speed layer, process " + process.pid()
                        + ", as kill -9 does: it could not finish anything.\n");
        assertThat(process.waitFor()).isNotZero();
        assertThat(bench.cli("kill", "speed").err()).startsWith("error: Nothing to kill: the speed layer does not run");
        assertThat(bench.cli("status").out()).doesNotContain("job ");
        bench.produce(new RandomOptions(500, 12, 9, 0, 0, 0), RateLimit.unlimited());
        says(9, "MISSING  500 records of the topic are not counted yet.");
        speed();
        isDone(9);

        damaged(
                9,
                "update speed_totals set total = total * 2 where customer = (select min(customer) from speed_totals)",
                "update speed_totals set total = total / 2 where customer = (select min(customer) from speed_totals)",
                "WRONG    The merged total of 1 customer is not as recounted: ");
        Path jobs = bench.home().resolve("jobs");
        Path away = Files.move(jobs, bench.home().resolve("away"));
        says(9, "MISSING  No speed layer was killed in this home.", "next: ./workshop speed in another terminal");
        Files.move(away, jobs);
        isDone(9);
        GuideProgress.of(bench.home()).noteBegun(10);
        away = Files.move(jobs, bench.home().resolve("away"));
        says(
                9,
                "MISSING  No speed layer was killed in this home.",
                "why: ./workshop step 10 has built this home: it sends the events of this step and kills nothing."
                        + " The kill is yours to do, also now.\n",
                "next: ./workshop speed in another terminal, then ./workshop kill speed\n");
        Files.move(away, jobs);
        GuideProgress.of(bench.home()).noteBegun(null);
        isDone(9);
        damaged(
                9,
                "update hand_off set published_epoch = 1",
                "update hand_off set published_epoch = 2",
                "MISSING  The second batch of step 8 was not run yet.");
    }

    @Test
    @Order(10)
    void bad_data_and_dead_letters() throws Exception {
        says(10, "MISSING  There is no file bad.json in this folder.", "cat > bad.json");
        Files.writeString(folder.resolve("bad.json"), BAD);
        says(10, "MISSING  Of the 3 bad lines of bad.json, 3 are not in the topic.", "produce --file bad.json");
        bench.produce(BAD.lines().toArray(String[]::new));
        says(10, "MISSING  3 records of the topic are not counted yet.");
        speed();
        isDone(10);

        damaged(
                10,
                "create table kept as select * from speed_progress; update speed_progress set accepted = accepted + 1,"
                        + " rejected = rejected - 1 where rejected > 0",
                "update speed_progress s set accepted = k.accepted, rejected = k.rejected from kept k"
                        + " where k.partition = s.partition; drop table kept",
                "WRONG    The speed layer's counts are not those of the log: partition ");
        changed(
                10,
                "bad.json",
                () -> BAD + "{\"customer\": \"Ali\"}\n",
                "MISSING  Of the 4 bad lines of bad.json, 1 is not in the topic.");
        changed(
                10,
                "bad.json",
                () -> "{\"customer\": \"Ali\", \"amount\": 1}\n",
                "WRONG    The contract accepts every line of bad.json.");
    }

    @Test
    @Order(11)
    void late_data() throws Exception {
        says(11, "MISSING  The event LATE-1 is not in the topic.", "produce --stdin");
        bench.produce("{\"transaction_id\": \"LATE-1\", \"customer\": \"Mei\", \"amount\": 50.00, \"timestamp\":"
                + " \"2026-03-05T18:00:00Z\"}");
        says(11, "MISSING  The event LATE-1 is in the topic, and not counted yet.");
        speed();
        isDone(11);
        assertThat(check(11).text()).contains("ok       customer_totals_by_clock has lost it: Mei has ");
        bench.batch(history.toString());
        isDone(11);
        assertThat(check(11).text()).contains("of Mei too, since a batch has counted it meanwhile.");

        damaged(
                11,
                "update epochs set declared_at = declared_at - interval '100 years' where epoch = 2",
                "update epochs set declared_at = declared_at + interval '100 years' where epoch = 2",
                "WRONG    LATE-1 is not late.",
                "after the cut of epoch 2 was declared");
        damaged(
                11,
                "update batch_totals set total = total - 50 where customer = 'Mei'",
                "update batch_totals set total = total + 50 where customer = 'Mei'",
                "WRONG    The merged total of 1 customer is not as recounted: Mei: batch part ");
        damaged(
                11,
                "update batch_totals set transactions = transactions - 1 where customer = 'Mei'",
                "update batch_totals set transactions = transactions + 1 where customer = 'Mei'",
                "Mei: transactions ");
    }

    @Test
    @Order(12)
    void kappa_in_step_12_is_checked() throws Exception {
        says(
                12,
                "MISSING  The history is not in the log as a whole: history.json.",
                "MISSING  No version of Kappa answers.",
                "kappa load-history");
        new HistoryLoad(bench.settings(), sent -> {}).load(history);
        version("v1", Rule.ALL);
        says(12, "MISSING  All versions have one rule: v1: all.", "kappa run --version v2 --rule no-refunds");
        version("v2", Rule.NO_REFUNDS);
        new Promotion(bench.settings()).promote("v2", false);
        isDone(12);

        damaged(
                12,
                "update kappa_totals set total = total + 0.01 where customer = 'Ali' and version = 'v2'",
                "update kappa_totals set total = total - 0.01 where customer = 'Ali' and version = 'v2'",
                "WRONG    The totals of version v2 are not those of the recount by its rule: Ali +0.01");
        damaged(
                12,
                "create table kept as select * from kappa_history_files; update kappa_history_files set finished_at = null",
                "update kappa_history_files f set finished_at = k.finished_at from kept k where k.path = f.path;"
                        + " drop table kept",
                "MISSING  The history is not in the log as a whole: history.json.");
        damaged(
                12,
                "update kappa_serving set version = null",
                "update kappa_serving set version = 'v2'",
                "MISSING  No version of Kappa answers.");
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1.00}");
        says(12, "MISSING  Version v2 answers, and has not counted 1 record yet.", "kappa run --version v2");
        version("v2", null);
        speed();
        isDone(12);
        anotherRule();
        anotherHistory();
    }

    /** What was right by the rule of its day stays right. */
    private static void anotherRule() throws Exception {
        batchWithoutRefunds(history);
        isDone(7);
    }

    /** What is in the log then need not be loaded again: the batch has read something else. */
    private static void anotherHistory() throws Exception {
        batchWithoutRefunds(folder.resolve("mine.json"));
        String read = "WRONG    The last batch read mine.json, not datasets/transactions.json.\n";
        String again = " next: ./workshop batch --replace-history --rule no-refunds\n";
        says(3, read, again);
        says(12, read, again);
        assertThat(check(12).text()).doesNotContain("load-history");

        batchWithoutRefunds(history, folder.resolve("mine.json"));
        says(3, "The last batch read history.json and mine.json, not datasets/transactions.json alone.\n");

        Path copy = Files.copy(history, folder.resolve("a copy of transactions.json"));
        batchWithoutRefunds(copy);
        isDone(3);
        isDone(12);
        batchWithoutRefunds(history);
        isDone(12);
    }

    private static void batchWithoutRefunds(Path... files) {
        List<String> paths = Stream.of(files).map(Path::toString).toList();
        bench.batch(BatchOptions.of(paths, Rule.NO_REFUNDS).replacingHistory());
    }

    private static void version(String version, Rule rule) {
        try (KappaJob job = KappaJob.start(Workbench.SPARK, bench.settings(), version, rule)) {
            job.awaitCaughtUp();
        }
    }

    @Test
    @Order(13)
    void all_that_was_done_stays_done_and_graders_read_it_as_json() throws Exception {
        for (int step : new int[] {1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12}) {
            isDone(step);
        }
        says(13, "MISSING  The cluster cannot be seen from here.", "docker compose exec workshop workshop check 13");

        Workbench.Outcome outcome = bench.cli("check", "--all", "--json");

        assertThat(outcome.exitCode())
                .as("the own files are not in this folder")
                .isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(outcome.out());
        assertThat(report.get("epoch").asInt()).isEqualTo(8);
        assertThat(report.get("merged_total").asText()).isEqualTo(bench.ask("select sum(total) from customer_totals"));
        assertThat(report.get("steps")).hasSize(12);
        JsonNode second = report.get("steps").get(1);
        assertThat(second.get("title").asText()).isEqualTo("The data and its contract");
        assertThat(second.get("done").asBoolean()).isFalse();
        assertThat(second.get("findings").get(0).get("status").asText()).isEqualTo("MISSING");
        assertThat(bench.cli("progress").out())
                .contains("Next: step 2, The data and its contract: see WORKSHOP.md, then ./workshop check 2");
    }

    /** Copies without an id stay in the totals, as many and as much as the check says. */
    private static void theFileIsSentTwice() throws Exception {
        List<BigDecimal> withoutId = events.stream()
                .filter(line -> !line.contains("transaction_id"))
                .map(line -> new BigDecimal(line.replaceAll(".*\"amount\":|}", "")))
                .toList();
        BigDecimal amount = withoutId.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        String[] words = {
            "WRONG    Each of the 1,200 lines of events.json stands in the topic more than once.\n",
            "why: The file was sent twice, and a topic keeps all that it gets. A batch takes out the copies that have an id; "
                    + withoutId.size() + " copies have none and stay in the totals, " + amount + " too much.\n"
        };
        bench.batch(history.toString());
        BigDecimal before = new BigDecimal(bench.ask("select sum(total) from customer_totals"));

        bench.produce(events.toArray(String[]::new));

        says(4, words);
        bench.batch(history.toString());
        says(4, words);
        assertThat(bench.ask("select sum(total) from customer_totals"))
                .isEqualTo(before.add(amount).toPlainString());
    }

    @Test
    @Order(14)
    void what_cannot_be_mended_is_named_too() throws Exception {
        theFileIsSentTwice();
        deleteTopic("transactions.dlq");
        await().ignoreExceptions().until(() -> check(1).text().contains("transactions.dlq is not there"));
        makeTopics();
        says(10, "have no letter in transactions.dlq.", "WRONG    Of the ");
        deleteTopic("transactions");
        await().ignoreExceptions().until(() -> check(1).text().contains("topic transactions is not there"));
        makeTopics();
        says(4, "MISSING  None of the 1,200 lines");
        says(3, "WRONG    The topic transactions is not the one that was counted.", "./workshop reset");
    }
}
