package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workshop.handoff.CommittedRecords;
import workshop.handoff.TopicLog;
import workshop.lab.services.Ports;
import workshop.lab.testing.KillsServices;
import workshop.lab.verify.Comparison;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/**
 * All processes at once, each killed with SIGKILL at random and started again, for as many minutes as {@code soak.minutes}
 * says; {@code soak.seed} decides what is killed when. Left out without minutes: it proves more the longer it takes.
 */
@Tag("full")
@KillsServices
class SoakIT extends OnWorkbench {
    private static final Pattern ID = Pattern.compile("\"transaction_id\":\"(\\w+)\"");

    /** What can be killed. */
    private enum Victim {
        SPEED_REAL_TIME,
        SPEED_MICRO_BATCHES,
        BATCH,
        KAPPA,
        PRODUCER,
        TRANSACTIONAL_PRODUCER,
        KAFKA,
        POSTGRESQL,
        BOTH_SERVICES
    }

    private final Map<Victim, Process> running = new EnumMap<>(Victim.class);
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    private final Committed committed = new Committed();
    private Path journals;
    private String history;
    private int started;

    @Test
    void whatever_is_killed_nothing_is_lost_and_nothing_counts_twice() throws Exception {
        int minutes = Integer.getInteger("soak.minutes", 0);
        assumeTrue(minutes > 0, "-Dsoak.minutes=20 runs it");
        long seed = Long.getLong("soak.seed", 1L);
        journals = Files.createDirectory(bench.home().resolve("journals"));
        loadHistory();

        killAtRandom(new Random(seed), Instant.now().plus(Duration.ofMinutes(minutes)));
        running.values().forEach(process -> process.destroyForcibly().onExit().join());
        bench.services().up(Ports.ANY);
        bench.awaitNoRun();
        System.out.println("seed " + seed + ", killed: " + killed);

        System.out.println(new Journals(readLog()).check(journals));
        countAll();
        bench.agrees();
        assertThat(bench.ask("select string_agg(customer || ' ' || total, ', ' order by customer collate \"C\")"
                        + " from customer_totals"))
                .isEqualTo(committed.totals());
        assertThat(Comparison.run(bench.settings()).isEqual()).isTrue();
    }

    private void loadHistory() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            lines.add("{\"customer\":\"c" + i % 300 + "\",\"amount\":" + i + ".07}");
        }
        lines.forEach(committed::add);
        history = bench.file("history.jsonl", String.join("\n", lines) + "\n");
        Workbench.Outcome loaded = bench.cli("kappa", "load-history", history);
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
    }

    private void killAtRandom(Random random, Instant end) throws Exception {
        Victim[] victims = Victim.values();
        while (Instant.now().isBefore(end)) {
            startWhatDoesNotRun();
            Instant next = Instant.now().plusMillis(2_000 + random.nextInt(14_000));
            Victim victim = victims[random.nextInt(victims.length)];
            while (Instant.now().isBefore(next)) {
                startWhatDoesNotRun();
                Thread.sleep(200); // the kill is to come at a time that nothing decides but the seed
            }
            kill(victim);
        }
    }

    private void startWhatDoesNotRun() throws IOException {
        for (Victim victim : Victim.values()) {
            Process process = running.get(victim);
            if (victim.compareTo(Victim.KAFKA) < 0 && (process == null || !process.isAlive())) {
                running.put(victim, start(victim));
            }
        }
    }

    private Process start(Victim victim) throws IOException {
        return switch (victim) {
            case SPEED_REAL_TIME -> bench.command("speed");
            case SPEED_MICRO_BATCHES -> bench.command("speed", "--trigger", "300");
            case BATCH -> bench.command("batch", "--history", history);
            case KAPPA -> bench.command("kappa", "run");
            case PRODUCER -> producer();
            case TRANSACTIONAL_PRODUCER -> producer("soak");
            default -> throw new IllegalArgumentException(victim + " is no process of a job");
        };
    }

    private Process producer(String... transactionalId) throws IOException {
        int number = started++;
        List<String> arguments = new ArrayList<>(List.of(
                bench.settings().kafka(),
                bench.settings().topic(),
                journals.resolve("journal-" + number).toString(),
                String.valueOf(number)));
        arguments.addAll(List.of(transactionalId));
        return bench.java(JournalingProducer.class, arguments.toArray(String[]::new));
    }

    private void kill(Victim victim) {
        killed.merge(victim, 1, Integer::sum);
        switch (victim) {
            case KAFKA -> bench.kill("Kafka");
            case POSTGRESQL -> bench.kill("PostgreSQL");
            case BOTH_SERVICES -> {
                bench.kill("Kafka");
                bench.kill("PostgreSQL");
            }
            default -> running.get(victim).destroyForcibly().onExit().join();
        }
        if (victim.compareTo(Victim.KAFKA) >= 0) {
            bench.services().up(Ports.ANY);
        }
    }

    /** How often each id is among the committed records. */
    private Map<String, Integer> readLog() {
        Map<String, Integer> times = new HashMap<>();
        try (TopicLog log = new TopicLog(bench.settings());
                CommittedRecords records = new CommittedRecords(bench.settings().kafka(), log.topic())) {
            new TreeMap<>(log.endOffsets())
                    .forEach((partition, end) -> records.read(partition, 0, end, record -> {
                        String line = new String(record.value(), StandardCharsets.UTF_8);
                        committed.add(line);
                        Matcher id = ID.matcher(line);
                        assertThat(id.find()).as(line).isTrue();
                        times.merge(id.group(1), 1, Integer::sum);
                        return true;
                    }));
        }
        return times;
    }

    private void countAll() throws Exception {
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.REAL_TIME)) {
            speed.awaitCaughtUp();
        }
        bench.agrees();
        bench.batch(history);
        Process kappa = bench.command("kappa", "run", "--until-caught-up");
        assertThat(kappa.waitFor()).isZero();
    }
}
