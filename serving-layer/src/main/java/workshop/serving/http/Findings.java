package workshop.serving.http;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import workshop.handoff.Sql;

/** What the last published batch found besides totals: rejected records and duplicates, with reasons and places. */
final class Findings {
    private static final String COUNT_REJECTED = Sql.load(Findings.class, "count-rejected.sql");
    private static final String SELECT_REJECTED = Sql.load(Findings.class, "select-rejected.sql");
    private static final String SELECT_DUPLICATES = Sql.load(Findings.class, "select-duplicates.sql");

    private Findings() {}

    record Rejected(long count, List<Code> byCode, List<RejectedRecord> records) {}

    record Code(String code, long count) {}

    /** @param record as it was sent; a long one is cut */
    record RejectedRecord(String code, String sentence, String where, String record) {}

    record Duplicates(long count, List<DuplicateRecord> records) {}

    /**
     * @param conflicting whether it says something else than the one that counts
     * @param counted the place of the one that counts
     */
    record DuplicateRecord(
            String transactionId,
            String customer,
            BigDecimal amount,
            boolean conflicting,
            String where,
            String counted) {}

    private record Counted(DuplicateRecord duplicate, long count) {}

    static Rejected rejected(Connection connection, int limit) throws SQLException {
        List<Code> codes =
                Rows.select(connection, COUNT_REJECTED, row -> new Code(row.getString("code"), row.getLong("count")));
        List<RejectedRecord> records = Rows.select(
                connection,
                SELECT_REJECTED,
                row -> new RejectedRecord(
                        row.getString("code"), row.getString("sentence"), place(row), row.getString("record")),
                limit);
        return new Rejected(codes.stream().mapToLong(Code::count).sum(), codes, records);
    }

    static Duplicates duplicates(Connection connection, int limit) throws SQLException {
        List<Counted> rows = Rows.select(
                connection,
                SELECT_DUPLICATES,
                row -> new Counted(
                        new DuplicateRecord(
                                row.getString("transaction_id"),
                                row.getString("customer"),
                                row.getBigDecimal("amount"),
                                row.getBoolean("conflicting"),
                                place(row),
                                fileName(row.getString("counted"))),
                        row.getLong("count")),
                limit);
        return new Duplicates(
                rows.isEmpty() ? 0 : rows.get(0).count(),
                rows.stream().map(Counted::duplicate).toList());
    }

    private static String place(ResultSet row) throws SQLException {
        String file = row.getString("file");
        return file == null
                ? "partition " + row.getInt("partition") + ", offset " + row.getLong("log_offset")
                : fileName(file) + ", line " + row.getLong("line");
    }

    /** Without the folders, which say more of the machine than of the record. */
    private static String fileName(String path) {
        return path.replaceFirst("^.*[/\\\\](?=[^/\\\\]+$)", "");
    }
}
