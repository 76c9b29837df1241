package workshop.lab.measure;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Errors of a customer's total: what the view has minus what is right, in currency units. Each is of a customer of its own.
 *
 * @param sentTwice what was sent twice with one id, in currency units
 * @param duplicate right after a record came a second time
 * @param duplicateLater the same after the next batch, if there are batches
 * @param lateByYear right after a transaction that happened a year ago
 * @param lateByHour the same, an hour ago
 * @param lateByClock of the one a year ago in the wrong merge by the clock; null if nothing is merged
 * @param crash right after the job was killed while events came
 * @param crashLater when it was started again and had caught up
 * @param outage the longest that an event waited meanwhile, start-up included
 */
public record Errors(
        BigDecimal sentTwice,
        BigDecimal duplicate,
        BigDecimal duplicateLater,
        BigDecimal lateByYear,
        BigDecimal lateByHour,
        BigDecimal lateByClock,
        BigDecimal crash,
        BigDecimal crashLater,
        Duration outage) {}
