package workshop.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import workshop.handoff.Sql;
import workshop.transactions.Rule;

/**
 * A run that counts by another rule than the last publication: right if it is meant, and all totals of the day before by
 * mistake if only the option was forgotten.
 */
record RuleChange(Rule last, Rule now) {
    private static final String SELECT = Sql.load(RuleChange.class, "select-last-rule.sql");

    /** Empty if the rule stays, or if nothing is published yet. */
    static Optional<RuleChange> to(Rule now, Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new RuleChange(Rule.labelled(row.getString("rule")), now))
                            .filter(change -> change.last != now)
                    : Optional.empty();
        }
    }

    /** For a person, one line. The rule that everything counts may be one that nobody asked for. */
    String sentence() {
        return "The last batch counted by the rule " + last + "; this one counts by " + now + "."
                + (now == Rule.ALL ? " To keep the rule: --rule " + last : "");
    }
}
