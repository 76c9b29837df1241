package workshop.lab.checks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import workshop.handoff.Database;
import workshop.settings.Plural;
import workshop.settings.Role;

/** The merged view, the rights of who reads it, and the page. */
final class ServingCheck implements StepCheck {
    private static final String REFUSED = "42501";

    @Override
    public int step() {
        return 6;
    }

    @Override
    public String title() {
        return "The serving layer";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) throws SQLException {
        views(evidence, findings);
        rights(evidence, findings);
        update(evidence, findings);
        PageFinding.look(evidence, step(), findings);
        parts(evidence, findings);
        new Agreement(evidence, findings, step()).mergedTotals();
    }

    private record ClosedView(String view) {}

    private record Right(String relation, String privilege) {}

    private static void views(Evidence evidence, StepFindings findings) {
        List<ClosedView> closed = evidence.all(Role.OWNER, "select-closed-views.sql", ClosedView.class);
        if (closed.isEmpty()) {
            findings.ok("The role reader may read every view.");
        } else {
            findings.wrong(
                    "The role reader may not read "
                            + closed.stream().map(ClosedView::view).collect(Collectors.joining(", ")) + ".",
                    "Somebody has taken the right away: revoke select.",
                    evidence.command("step 6") + ", which makes the tables and rights anew");
        }
    }

    private static void rights(Evidence evidence, StepFindings findings) {
        List<Right> rights = evidence.all(Role.OWNER, "select-rights.sql", Right.class);
        if (rights.isEmpty()) {
            findings.ok("The role reader may insert, update and delete nowhere.");
        } else {
            findings.wrong(
                    "The role reader may do more than read: "
                            + rights.stream()
                                    .map(right -> right.privilege() + " on " + right.relation())
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Somebody has granted it: whoever reads totals could then change them.",
                    evidence.command("step 6") + ", which makes the tables and rights anew");
        }
    }

    /** Tries it in earnest, in a transaction that may write and is rolled back. */
    private static void update(Evidence evidence, StepFindings findings) throws SQLException {
        try (Connection connection = Database.connect(evidence.settings(), Role.READER)) {
            connection.createStatement().execute("set default_transaction_read_only = off");
            connection.setAutoCommit(false);
            try {
                connection.createStatement().executeUpdate("update batch_totals set total = 0");
                findings.wrong(
                        "PostgreSQL lets the role reader update batch_totals.",
                        "It has a right that it must not have, or is the owner of the table.",
                        evidence.command("step 6") + ", which makes the tables and rights anew");
            } catch (SQLException e) {
                if (!REFUSED.equals(e.getSQLState())) {
                    throw e;
                }
                findings.ok("PostgreSQL refuses an update by the role reader: permission denied.");
            } finally {
                connection.rollback();
            }
        }
    }

    private static void parts(Evidence evidence, StepFindings findings) {
        List<ServedTotal> rows = evidence.totals();
        String wrong = rows.stream()
                .filter(row -> !row.addsUp())
                .map(row ->
                        row.customer() + " " + row.batchTotal() + " + " + row.speedTotal() + " is not " + row.total())
                .limit(3)
                .collect(Collectors.joining(", "));
        if (rows.isEmpty()) {
            return; // which the recount tells
        }
        if (wrong.isEmpty()) {
            findings.ok("The total of each of %s is batch part + speed part.", Plural.of(rows.size(), "customer"));
        } else {
            findings.wrong(
                    "A total of customer_totals is not batch part + speed part: " + wrong + ".",
                    "Somebody has replaced the view.",
                    evidence.command("step 6") + ", which makes the views anew");
        }
    }
}
