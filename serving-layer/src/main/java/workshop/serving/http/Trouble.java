package workshop.serving.http;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import workshop.settings.Runner;

/**
 * What a page is told that cannot be told more.
 *
 * @param code which kind it is: {@code unreachable}, {@code slow} or {@code failed}
 * @param server of PostgreSQL, host:port; null if it is not PostgreSQL that fails
 */
record Trouble(String code, @Nullable String server, String title, String detail) {
    static Trouble of(SQLException e, String server, Runner runner) {
        Problem problem = Problem.of(e, runner);
        return new Trouble(
                problem.code(),
                server,
                problem.details().title(),
                problem.details().detail());
    }

    static Trouble of(RuntimeException e) {
        return new Trouble("failed", null, "The page's server failed", String.valueOf(e.getMessage()));
    }
}
