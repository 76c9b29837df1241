package workshop.producer.random;

import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;

/**
 * What to generate. The percentages are of all records and may be fractions, as 0.5.
 *
 * @param count records in all, 1 or more
 * @param customers how many customers there are, 1 or more; the first are by far the most active
 * @param seed the same seed gives the same records, except for their timestamps
 * @param duplicates percent that repeat an earlier record, byte for byte
 * @param malformed percent that break the contract
 * @param late percent with a timestamp hours or days back
 */
public record RandomOptions(long count, int customers, long seed, double duplicates, double malformed, double late) {
    private static final Advice NEXT = Command.PRODUCE.with("--help");

    public RandomOptions {
        if (count < 1) {
            throw WorkshopException.usage(
                    count + " random records cannot be sent.", "--random takes a number of 1 or more.", NEXT);
        }
        if (customers < 1) {
            throw WorkshopException.usage(
                    customers + " customers are too few.", "--customers takes a number of 1 or more.", NEXT);
        }
        requirePercent("--duplicates", duplicates);
        requirePercent("--malformed", malformed);
        requirePercent("--late", late);
        if (duplicates + malformed + late > 100) {
            throw WorkshopException.usage(
                    "--duplicates, --malformed and --late add up to " + (duplicates + malformed + late) + " percent.",
                    "They are parts of all records: together at most 100.",
                    NEXT);
        }
    }

    /** Records that all keep the contract, each sent once and in time. */
    public static RandomOptions clean(long count, int customers, long seed) {
        return new RandomOptions(count, customers, seed, 0, 0, 0);
    }

    private static void requirePercent(String option, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw WorkshopException.usage(
                    option + " " + percent + " is not possible.", option + " takes a percentage, 0 to 100.", NEXT);
        }
    }
}
