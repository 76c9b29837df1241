package workshop.serving.http;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import workshop.handoff.Sql;

/** The merged view: a page of it, one customer, the sum of all. */
final class CustomerQueries {
    static final List<String> SORTS = List.of("total", "customer", "batch_total", "speed_total", "transactions");
    static final List<String> ORDERS = List.of("desc", "asc");

    private static final String SELECT = Sql.load(CustomerQueries.class, "select-customers.sql");
    private static final String SELECT_ONE = Sql.load(CustomerQueries.class, "select-customer.sql");
    private static final String SELECT_SUM = Sql.load(CustomerQueries.class, "select-sum.sql");

    private CustomerQueries() {}

    /**
     * A page of customers.
     *
     * @param page from 1
     * @param size rows of a page
     * @param count customers on all pages
     */
    record Page(int page, int size, long count, long pages, List<CustomerTotal> customers) {}

    /**
     * The sum of all customers.
     *
     * @param leftOut what the rules left out of the total
     */
    record Sum(
            BigDecimal batchTotal,
            BigDecimal speedTotal,
            BigDecimal total,
            long transactions,
            BigDecimal leftOut,
            long leftOutTransactions,
            long customers) {}

    private record Counted(CustomerTotal customer, long count) {}

    /**
     * A page of those whose name holds a text, upper and lower case alike.
     *
     * @param sort one of {@link #SORTS}
     * @param order one of {@link #ORDERS}
     */
    static Page page(Connection connection, int page, int size, String sort, String order, String search)
            throws SQLException {
        List<Counted> rows = QueryRows.select(
                connection,
                sorted(sort, order),
                row -> new Counted(CustomerTotal.of(row), row.getLong("count")),
                search,
                size,
                (page - 1L) * size);
        long count = !rows.isEmpty() ? rows.get(0).count() : page == 1 ? 0 : count(connection, search);
        return new Page(
                page,
                size,
                count,
                (count + size - 1) / size,
                rows.stream().map(Counted::customer).toList());
    }

    /** Beyond the last page no row tells how many there are. */
    private static long count(Connection connection, String search) throws SQLException {
        return page(connection, 1, 1, SORTS.get(0), ORDERS.get(0), search).count();
    }

    /** Names of columns cannot be parameters of a statement: they are chosen from our own list, never taken from outside. */
    private static String sorted(String sort, String order) {
        String column = SORTS.get(SORTS.indexOf(sort));
        return SELECT.formatted(column + " " + ORDERS.get(ORDERS.indexOf(order)));
    }

    static List<CustomerTotal> top(Connection connection, int count) throws SQLException {
        return page(connection, 1, count, "total", "desc", "").customers();
    }

    static CustomerTotal one(Connection connection, String customer) throws SQLException {
        List<CustomerTotal> found = QueryRows.select(connection, SELECT_ONE, CustomerTotal::of, customer);
        if (found.isEmpty()) {
            throw Problem.notFound("No customer has the name \"" + customer + "\" and a transaction that counts.");
        }
        return found.get(0);
    }

    static Sum sum(Connection connection) throws SQLException {
        return QueryRows.select(
                        connection,
                        SELECT_SUM,
                        row -> new Sum(
                                row.getBigDecimal("batch_total"),
                                row.getBigDecimal("speed_total"),
                                row.getBigDecimal("total"),
                                row.getLong("transactions"),
                                row.getBigDecimal("left_out"),
                                row.getLong("left_out_transactions"),
                                row.getLong("customers")))
                .get(0);
    }
}
