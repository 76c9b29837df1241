package workshop.serving.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import workshop.handoff.Database;
import workshop.settings.Command;
import workshop.settings.Runner;

/** Why a request is not answered, as RFC 9457 has it. Thrown before a resource is reached, Jetty answers with its status. */
final class Problem extends RuntimeException implements HttpException {
    private static final long serialVersionUID = 1;
    /** SQL state of a statement that took longer than it may. */
    private static final String CANCELLED = "57014";

    /**
     * What the client reads, as application/problem+json.
     *
     * @param status of HTTP
     */
    record Details(String type, String title, int status, String detail) {}

    private final String code;
    private final int status;
    private final String title;
    /** Seconds; 0 if asking again is not worth it. */
    private final int retryAfter;

    private Problem(String code, int status, String title, String detail, int retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.title = title;
        this.retryAfter = retryAfter;
    }

    static Problem badRequest(String detail) {
        return new Problem("request", 400, "The request cannot be understood", detail, 0);
    }

    static Problem notFound(String detail) {
        return new Problem("request", 404, "There is no such thing", detail, 0);
    }

    static Problem of(int status, String title, String detail) {
        return new Problem("failed", status, title, detail, 0);
    }

    /** The same, with the seconds after which asking again may help. */
    Problem retryAfter(int seconds) {
        return new Problem(code, status, title, getMessage(), seconds);
    }

    static boolean tookTooLong(SQLException e) {
        return CANCELLED.equals(e.getSQLState());
    }

    /** Why PostgreSQL gave no answer. */
    static Problem of(SQLException e, Runner runner) {
        String state = String.valueOf(e.getSQLState());
        if (tookTooLong(e)) {
            return new Problem(
                    "slow", 503, "PostgreSQL took too long", "The query was given up after five seconds.", 0);
        }
        if (e instanceof SQLTransientConnectionException || Database.isUnreachable(state)) {
            return new Problem(
                    "unreachable", 503, "PostgreSQL does not answer", "Start it: " + Command.UP.typed(runner) + ".", 0);
        }
        return of(500, "The server failed", "PostgreSQL refuses the query, with SQL state " + state + ".");
    }

    /** Which kind it is: {@code request}, {@code unreachable}, {@code slow} or {@code failed}. */
    String code() {
        return code;
    }

    @Override
    public int getCode() {
        return status;
    }

    @Override
    public String getReason() {
        return getMessage();
    }

    /** What the answer's head says more. */
    Map<String, String> headers() {
        return retryAfter == 0 ? Map.of() : Map.of("Retry-After", String.valueOf(retryAfter));
    }

    Details details() {
        return new Details("about:blank", title, status, getMessage());
    }
}
