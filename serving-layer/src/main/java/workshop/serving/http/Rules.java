package workshop.serving.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import workshop.handoff.Sql;

/**
 * The rules behind the merged totals of this instant.
 *
 * @param mixed whether they are more than one: then the totals mix two answers
 * @param batch of the published totals; null if no batch is published
 * @param speed of what the speed layer answers for, in the order in which they were last used; empty if that is nothing
 * @param latest the last of these: a batch by it counts everything by one rule again; null if there is none
 */
record Rules(
        boolean mixed,
        @Nullable String batch,
        List<String> speed,
        @Nullable String latest) {
    private static final String SELECT = Sql.load(Rules.class, "select-counting-rules.sql");

    private record Rule(String layer, String name) {}

    static Rules read(Connection connection) throws SQLException {
        List<Rule> all =
                QueryRows.select(connection, SELECT, row -> new Rule(row.getString("layer"), row.getString("rule")));
        List<String> speed = of(all, "speed");
        return new Rules(
                new TreeSet<>(all.stream().map(Rule::name).toList()).size() > 1,
                of(all, "batch").stream().findFirst().orElse(null),
                speed,
                speed.isEmpty() ? null : speed.get(speed.size() - 1));
    }

    private static List<String> of(List<Rule> all, String layer) {
        return all.stream()
                .filter(rule -> rule.layer().equals(layer))
                .map(Rule::name)
                .toList();
    }
}
