package workshop.lab.measure;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import workshop.transactions.Rule;

/** What goes wrong around a streaming job, and by how much the view is wrong then. */
final class Faults {
    /** Of each transaction that tries a fault, in currency units. */
    static final BigDecimal AMOUNT = new BigDecimal("100.00");

    static final String TWICE = "sent twice";
    private static final String YEAR = "late by a year";
    private static final String HOUR = "late by an hour";
    private static final String CRASH = "counted in a crash";
    /** Before the crash, and after it. */
    private static final long EVENTS_AROUND_A_CRASH = 2 * Plan.FLOW_RATE;

    private final Architecture architecture;
    private final Site site;
    private final Sender sender;
    private final ExpectedTotals truth;
    private final JobWait timeout;
    private final VisibilityWatch watch;

    Faults(
            Architecture architecture,
            Site site,
            Sender sender,
            ExpectedTotals truth,
            JobWait timeout,
            VisibilityWatch watch) {
        this.architecture = architecture;
        this.site = site;
        this.sender = sender;
        this.truth = truth;
        this.timeout = timeout;
        this.watch = watch;
    }

    record Duplicate(BigDecimal error) {}

    record Late(BigDecimal byYear, BigDecimal byHour, BigDecimal byClock) {}

    record Crash(BigDecimal error, BigDecimal later, Duration outage) {}

    Duplicate duplicate() {
        String event = event(TWICE, "twice", Instant.now());
        sender.send(event);
        sender.send(event);
        awaitVisible();
        return new Duplicate(errorOf(TWICE));
    }

    Late late() {
        sender.send(event(YEAR, "late-1", Instant.now().minus(365, ChronoUnit.DAYS)));
        sender.send(event(HOUR, "late-2", Instant.now().minus(1, ChronoUnit.HOURS)));
        awaitVisible();
        BigDecimal byClock = architecture
                .byClock()
                .map(questions -> errorOf(YEAR, questions))
                .orElse(null);
        return new Late(errorOf(YEAR), errorOf(HOUR), byClock);
    }

    /** Kills the streaming job in mid-stream, and starts it again at once. */
    Crash crash() {
        CustomerEvents events = new CustomerEvents(CRASH);
        try (Flow flow = new Flow(sender, events, Plan.FLOW_RATE)) {
            timeout.until("events to come", () -> events.taken() >= EVENTS_AROUND_A_CRASH);
            architecture.stream().kill();
            BigDecimal error = errorOf(CRASH);
            long taken = events.taken();
            architecture.stream();
            timeout.until("more events to come", () -> events.taken() >= taken + EVENTS_AROUND_A_CRASH);
            List<SentEvent> sent = flow.stop();
            awaitVisible();
            Duration[] waits = watch.waits(sent);
            return new Crash(error, errorOf(CRASH), waits[waits.length - 1]);
        }
    }

    BigDecimal errorOf(String customer) {
        return errorOf(customer, architecture.questions());
    }

    /** What the view has minus what is right. What was sent is read first: the view may only be behind it. */
    private BigDecimal errorOf(String customer, Questions questions) {
        BigDecimal right = truth.of(customer, Rule.ALL).amount();
        try (ServedTotalsReader answers = new ServedTotalsReader(site.settings(), questions)) {
            return answers.of(customer).amount().subtract(right);
        }
    }

    private void awaitVisible() {
        timeout.until("all events to be visible", () -> watch.covers(truth.ends()));
    }

    static String event(String customer, String id, Instant happened) {
        return String.format(
                Locale.ROOT,
                "{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":%s,\"timestamp\":\"%s\"}",
                id,
                customer,
                AMOUNT.toPlainString(),
                happened.truncatedTo(ChronoUnit.MILLIS));
    }
}
