package workshop.serving.http;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import workshop.handoff.Sql;
import workshop.transactions.RecordPlace;

/** What the last published batch found besides totals: rejected records and duplicates, with reasons and places. */
final class BatchFindings {
    private static final String COUNT_REJECTED = Sql.load(BatchFindings.class, "count-rejected.sql");
    private static final String SELECT_REJECTED = Sql.load(BatchFindings.class, "select-rejected.sql");
    private static final String SELECT_DUPLICATES = Sql.load(BatchFindings.class, "select-duplicates.sql");

    private BatchFindings() {}

    record Rejected(long count, List<Code> byCode, List<RejectedRecord> records) {}

    record Code(String code, long count) {}

    /**
     * @param sentence in English; a reader of another language goes by the code
     * @param where in English, as {@code place} says it in parts
     * @param record as it was sent; a long one is cut
     */
    record RejectedRecord(String code, String sentence, String where, RecordPlace place, String record) {}

    record Duplicates(long count, List<DuplicateRecord> records) {}

    /**
     * @param conflicting whether it says something else than the one that counts
     * @param counted the place of the one that counts, in English, as {@code countedPlace} says it in parts
     */
    record DuplicateRecord(
            String transactionId,
            String customer,
            BigDecimal amount,
            boolean conflicting,
            String where,
            RecordPlace place,
            String counted,
            RecordPlace countedPlace) {}

    private record Counted(DuplicateRecord duplicate, long count) {}

    static Rejected rejected(Connection connection, int limit) throws SQLException {
        List<Code> codes = QueryRows.select(
                connection, COUNT_REJECTED, row -> new Code(row.getString("code"), row.getLong("count")));
        List<RejectedRecord> records = QueryRows.select(connection, SELECT_REJECTED, BatchFindings::rejected, limit);
        return new Rejected(codes.stream().mapToLong(Code::count).sum(), codes, records);
    }

    static Duplicates duplicates(Connection connection, int limit) throws SQLException {
        List<Counted> rows = QueryRows.select(
                connection, SELECT_DUPLICATES, row -> new Counted(duplicate(row), row.getLong("count")), limit);
        return new Duplicates(
                rows.isEmpty() ? 0 : rows.get(0).count(),
                rows.stream().map(Counted::duplicate).toList());
    }

    private static RecordPlace place(ResultSet row) throws SQLException {
        String file = row.getString("file");
        return file == null
                ? RecordPlace.inLog(row.getInt("partition"), row.getLong("log_offset"))
                : RecordPlace.inFile(file, row.getLong("line")).withoutFolders();
    }

    private static RejectedRecord rejected(ResultSet row) throws SQLException {
        RecordPlace place = place(row);
        return new RejectedRecord(
                row.getString("code"), row.getString("sentence"), place.words(), place, row.getString("record"));
    }

    private static DuplicateRecord duplicate(ResultSet row) throws SQLException {
        RecordPlace place = place(row);
        RecordPlace counted = RecordPlace.parse(row.getString("counted")).withoutFolders();
        return new DuplicateRecord(
                row.getString("transaction_id"),
                row.getString("customer"),
                row.getBigDecimal("amount"),
                row.getBoolean("conflicting"),
                place.words(),
                place,
                counted.words(),
                counted);
    }
}
