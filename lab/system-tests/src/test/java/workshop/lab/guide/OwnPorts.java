package workshop.lab.guide;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.lab.services.FreePorts;
import workshop.settings.Settings;

/**
 * Ports of a run's own, in place of those that the guide names and that a person may use at this moment. A student's commands
 * go to them, and what appears is read with the guide's.
 *
 * @param page of the live page
 * @param spark of Spark's pages
 */
record OwnPorts(int page, int spark) {
    private static final Settings TOLD = Settings.of(Map.of());
    private static final Pattern ADDRESS = Pattern.compile("(127\\.0\\.0\\.1:)([0-9]{1,5})(?![0-9])");

    /** Above those that services take, below those that the system gives to whoever asks for any. */
    private static final int LOWEST = 32_000;

    private static final int HIGHEST = 32_768;

    static OwnPorts choose() {
        int[] two = ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .distinct()
                .filter(FreePorts::isFree)
                .limit(2)
                .toArray();
        return new OwnPorts(two[0], two[1]);
    }

    Map<String, String> environment() {
        return Map.of(
                Settings.variable("dashboard.port"), String.valueOf(page),
                Settings.variable("spark.ui.port"), String.valueOf(spark));
    }

    /** A text of the guide with the ports of this run. */
    String own(String text) {
        return replaced(text, port -> port == TOLD.dashboardPort() ? page : port == TOLD.sparkUiPort() ? spark : port);
    }

    /** What appears in this run with the ports of the guide. */
    String told(String text) {
        return replaced(text, port -> port == page ? TOLD.dashboardPort() : port == spark ? TOLD.sparkUiPort() : port);
    }

    private static String replaced(String text, IntUnaryOperator other) {
        return ADDRESS.matcher(text)
                .replaceAll(address -> Matcher.quoteReplacement(
                        address.group(1) + other.applyAsInt(Integer.parseInt(address.group(2)))));
    }
}
