package workshop.lab.pictures;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.lab.Browser;
import workshop.lab.guide.Shot;

/** What a browser shows of the services of a run: the dashboard, and Spark's page of the query. */
final class PagePictures {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern SAID =
            Pattern.compile("(?:The page is|Spark's pages are) at (http://127\\.0\\.0\\.1:\\d+/)");
    private static final Pattern BATCHES = Pattern.compile("\\(([0-9]+) completed batches\\)");
    /** Spark's names of queries, too. */
    private static final Pattern NUMBER =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9][0-9,]*(?:\\.[0-9]+)?");

    private static final int ENOUGH_BATCHES = 10;
    private static final String LOOK = "lab/pictures, page 1";

    private final Browser browser;
    private String dashboard = "http://127.0.0.1:8080/";
    private String spark = "http://127.0.0.1:4040/";

    PagePictures(Browser browser) {
        this.browser = browser;
    }

    /** Notes the addresses that commands print. */
    void hear(String output) {
        Matcher said = SAID.matcher(output);
        while (said.find()) {
            if (said.group().startsWith("Spark")) {
                spark = said.group(1);
            } else {
                dashboard = said.group(1);
            }
        }
    }

    void keep(Shot shot) throws IOException {
        if (shot.page().equals("spark")) {
            openQuery();
        } else {
            openDashboard();
        }
        keep(browser, shot.name(), shot.part() == null ? "body" : shot.part());
    }

    /** What the browser shows now. Numbers that are no amounts, such as times, do not count as a change. */
    static void keep(Browser browser, String name, String part) throws IOException {
        String text = browser.text(part);
        Album.keep(name, text, LOOK, PagePictures::isSame, () -> browser.image(part, 1));
    }

    static boolean isSame(String before, String now) {
        return amounts(before).equals(amounts(now));
    }

    private static String amounts(String text) {
        return NUMBER.matcher(text)
                .replaceAll(number -> number.group().matches("[0-9,]+\\.[0-9]{2}") ? number.group() : "#");
    }

    private void openDashboard() {
        browser.open(dashboard);
        await().atMost(PATIENCE)
                .until(() -> "live".equals(browser.attribute("body", "data-connection"))
                        && !browser.text("#sum-total").isBlank()
                        && !"".equals(browser.text("#proof")));
    }

    /** The graphs of the one query of the speed layer, when there is something on them. */
    private void openQuery() {
        browser.open(spark + "StreamingQuery/");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            browser.driver().navigate().refresh();
            browser.click("a[href*='statistics']");
            return true;
        });
        await("graphs: they need --trigger 500 or the like, and events meanwhile")
                .atMost(PATIENCE)
                .until(() -> {
                    browser.driver().navigate().refresh();
                    Matcher batches = BATCHES.matcher(browser.text("body"));
                    return batches.find() && Integer.parseInt(batches.group(1)) >= ENOUGH_BATCHES;
                });
    }
}
