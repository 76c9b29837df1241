package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import workshop.lab.Browser;
import workshop.lab.services.Home;

/** The printed guide in a real browser. Its picture is left under target/images/looks. */
class PrintedGuideIT {
    @Test
    void a_phone_shows_all_of_it_without_moving_it_sideways() throws Exception {
        assumeTrue(Browser.isInstalled(), "no Chromium: apt-get install chromium chromium-driver");
        try (Browser browser = Browser.start()) {
            browser.phone();
            browser.openHtml(PrintedGuide.of(Home.root().resolve("WORKSHOP.md")));
            assertThat(browser.cut()).isEmpty();
            browser.look("guide-phone");
        }
    }
}
