package workshop.serving.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import workshop.handoff.HandOff;
import workshop.settings.Runner;

/** The resources of the API. openapi.json describes them; a test holds one against the other. */
final class Endpoints {
    private static final int MOST_ROWS = 200;
    private static final int MOST_PAGES = 10_000_000;

    private final ReaderPool pool;
    private final LogEnds logEnds;
    private final LogEnds historyEnds;
    private final String currency;
    private final Supplier<Proof> proof;
    private final Supplier<LiveComparison> comparison;
    private final Runner runner;

    Endpoints(
            ReaderPool pool,
            LogEnds logEnds,
            LogEnds historyEnds,
            String currency,
            Supplier<Proof> proof,
            Supplier<LiveComparison> comparison,
            Runner runner) {
        this.pool = pool;
        this.logEnds = logEnds;
        this.historyEnds = historyEnds;
        this.currency = currency;
        this.proof = proof;
        this.comparison = comparison;
        this.runner = runner;
    }

    /** With the epoch that the batch parts are of, and the instant: all are read at it. */
    private record Published<T>(
            int publishedEpoch, Instant at, @JsonUnwrapped T of) {}

    void addTo(RoutesConfig routes) {
        routes.before("/*", request -> SecurityHeaders.VALUES.forEach(request::header));
        routes.get("/api/customers", this::customers);
        routes.get("/api/customers/{customer}", this::customer);
        routes.get("/api/top", this::top);
        routes.get("/api/coverage", this::coverage);
        routes.get("/api/merges", this::merges);
        routes.get("/api/rejected", this::rejected);
        routes.get("/api/duplicates", this::duplicates);
        routes.get("/api/proof", request -> {
            new Parameters(request).only();
            json(request, proof.get());
        });
        routes.get("/api/kappa", this::kappa);
        routes.get("/api/comparison", this::comparison);
        routes.get("/health", this::health);
        routes.get("/openapi.json", this::openApi);
        routes.exception(Problem.class, (problem, request) -> problem(request, problem));
        routes.exception(SQLException.class, (e, request) -> problem(request, Problem.of(e, runner)));
        routes.error(
                404, request -> orProblem(request, "There is nothing at this path; /openapi.json says what there is."));
        routes.error(405, request -> orProblem(request, "This resource can be read with GET only."));
    }

    private void customers(Context request) throws SQLException {
        Parameters parameters = new Parameters(request).only("page", "size", "sort", "order", "search");
        int page = parameters.number("page", 1, 1, MOST_PAGES);
        int size = parameters.number("size", 50, 1, MOST_ROWS);
        String sort = parameters.oneOf("sort", CustomerQueries.SORTS);
        String order = parameters.oneOf("order", CustomerQueries.ORDERS);
        String search = parameters.text("search");
        json(request, published(reader -> CustomerQueries.page(reader, page, size, sort, order, search)));
    }

    private void customer(Context request) throws SQLException {
        String customer = new Parameters(request).only().customer();
        json(request, published(reader -> CustomerQueries.one(reader, customer)));
    }

    private record Top(List<CustomerTotal> customers) {}

    private void top(Context request) throws SQLException {
        int count = new Parameters(request).only("n").number("n", 10, 1, MOST_ROWS);
        json(request, published(reader -> new Top(CustomerQueries.top(reader, count))));
    }

    private void coverage(Context request) throws SQLException {
        new Parameters(request).only();
        json(request, pool.read(reader -> Coverage.read(reader, logEnds.now(), currency)));
    }

    private void merges(Context request) throws SQLException {
        new Parameters(request).only();
        json(request, published(Merges::read));
    }

    private void rejected(Context request) throws SQLException {
        int limit = new Parameters(request).only("limit").number("limit", 50, 1, MOST_ROWS);
        json(request, pool.read(reader -> BatchFindings.rejected(reader, limit)));
    }

    private void duplicates(Context request) throws SQLException {
        int limit = new Parameters(request).only("limit").number("limit", 50, 1, MOST_ROWS);
        json(request, pool.read(reader -> BatchFindings.duplicates(reader, limit)));
    }

    private void kappa(Context request) throws SQLException {
        new Parameters(request).only();
        json(request, pool.read(reader -> KappaOverview.read(reader, List.of(historyEnds, logEnds))));
    }

    private void comparison(Context request) {
        Parameters parameters = new Parameters(request).only("page", "size");
        int page = parameters.number("page", 1, 1, MOST_PAGES);
        int size = parameters.number("size", 50, 1, MOST_ROWS);
        json(request, ComparisonPage.of(comparison.get(), page, size));
    }

    private void health(Context request) throws SQLException {
        new Parameters(request).only();
        pool.read(HandOff::read);
        json(request, Map.of("status", "up"));
    }

    private void openApi(Context request) {
        new Parameters(request).only();
        try (InputStream in = Endpoints.class.getResourceAsStream("openapi.json")) {
            request.contentType("application/json").result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Published<T> published(ReaderPool.Work<T> work) throws SQLException {
        return pool.read(reader -> {
            HandOff handOff = HandOff.read(reader);
            return new Published<>(handOff.publishedEpoch(), handOff.at(), work.read(reader));
        });
    }

    private static void json(Context request, Object value) {
        request.contentType("application/json")
                .header("Cache-Control", "no-store")
                .result(Json.bytes(value));
    }

    private static void problem(Context request, Problem problem) {
        problem.headers().forEach(request::header);
        request.status(problem.details().status())
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .result(Json.bytes(problem.details()));
    }

    /** Where Javalin itself answered; a resource that answered so has said why. */
    private static void orProblem(Context request, String detail) {
        if (!"application/problem+json".equals(request.res().getContentType())) {
            problem(request, Problem.of(request.statusCode(), "There is no such thing", detail));
        }
    }
}
