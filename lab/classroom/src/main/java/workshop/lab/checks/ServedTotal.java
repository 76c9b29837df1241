package workshop.lab.checks;

import java.math.BigDecimal;

/** A row of the merged view. */
record ServedTotal(String customer, BigDecimal batchTotal, BigDecimal speedTotal, BigDecimal total, long transactions) {
    boolean addsUp() {
        return batchTotal.add(speedTotal).compareTo(total) == 0;
    }
}
