package workshop.kappa;

/**
 * Where a record stands, as text whose order decides which of several records with one id counts: the same order as the
 * batch layer's, first by (history file, byte), then by (partition, offset).
 */
final class LogPlace {
    private LogPlace() {}

    static String inHistory(String path, long at) {
        return "0" + path + '\0' + digits(at);
    }

    static String inLog(int partition, long offset) {
        return "1" + digits(partition) + digits(offset);
    }

    private static String digits(long number) {
        String text = Long.toString(number);
        return "0".repeat(19 - text.length()) + text;
    }
}
