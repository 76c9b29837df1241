package workshop.serving.http;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of the merged view: the part of each layer and their sum, in currency units with two decimals. */
record CustomerTotal(
        String customer, BigDecimal batchTotal, BigDecimal speedTotal, BigDecimal total, long transactions) {
    CustomerTotal {
        requireNonNull(customer, "customer is null");
        requireNonNull(total, "total is null");
    }

    static CustomerTotal of(ResultSet row) throws SQLException {
        return new CustomerTotal(
                row.getString("customer"),
                row.getBigDecimal("batch_total"),
                row.getBigDecimal("speed_total"),
                row.getBigDecimal("total"),
                row.getLong("transactions"));
    }
}
