package workshop.lab.measure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.transactions.Rule;

/** The one streaming job, and beside it another version of it while a rule changes. */
final class KappaArchitecture implements Architecture {
    private static final String KAPPA = "kappa";
    private static final String HAS_CAUGHT_UP = Sql.load(KappaArchitecture.class, "has-caught-up.sql");

    private final Jobs jobs;
    private final Settings settings;
    private String version = "v1";
    private MeasuredJob run;

    KappaArchitecture(Jobs jobs, Settings settings) {
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "Kappa";
    }

    @Override
    public Questions questions() {
        return Questions.KAPPA;
    }

    @Override
    public void computeFirst(Path history) {
        jobs.start("kappa load-history", KAPPA, "load-history", history.toString())
                .awaitGoodEnd();
        stream();
    }

    @Override
    public MeasuredJob stream() {
        if (run == null || !run.isAlive()) {
            run = run(version);
        }
        return run;
    }

    @Override
    public void runAgain(Path history) {
        // All of it is in the one job.
    }

    @Override
    public Change changeRule(Path history, Rule changed) {
        version = "v2";
        run = run(version, "--rule", changed.label());
        return new Promoting();
    }

    /** Promotes the new version when it has caught up, and tries again if that was refused. */
    private final class Promoting implements Change {
        private final Connection connection = Database.connect(settings, Role.READER);
        private MeasuredJob promotion;

        @Override
        public void goOn() {
            boolean isNext = promotion == null || (!promotion.isAlive() && !promotion.ends());
            if (isNext && hasCaughtUp()) {
                promotion =
                        jobs.start("kappa promote", KAPPA, "promote", version).mayFail();
            }
        }

        private boolean hasCaughtUp() {
            try (PreparedStatement select = connection.prepareStatement(HAS_CAUGHT_UP)) {
                select.setString(1, version);
                select.setString(2, version);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            } catch (SQLException e) {
                throw Database.refused(settings, Role.READER, e);
            }
        }

        @Override
        public void finish() {
            promotion.awaitGoodEnd();
            try {
                connection.close();
            } catch (SQLException lost) {
                // Nothing hangs on it.
            }
        }
    }

    /** It runs in micro-batches always: its state needs them. */
    @Override
    public Optional<MeasuredJob> streamInMicroBatches() {
        return Optional.empty();
    }

    private MeasuredJob run(String name, String... rule) {
        String[] arguments = new String[4 + rule.length];
        System.arraycopy(new String[] {KAPPA, "run", "--version", name}, 0, arguments, 0, 4);
        System.arraycopy(rule, 0, arguments, 4, rule.length);
        return jobs.start("kappa run", arguments);
    }
}
