package workshop.lab;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import workshop.lab.pictures.StatePictures;
import workshop.lab.services.Home;

/** Puts the pictures of the page's test into images/. Not a test that a build runs, see its name. */
class MakePagePictures {
    @BeforeAll
    static void start() throws Exception {
        Home.delete(Browser.IMAGES); // or one that the test no longer takes would be kept too
        DashboardIT.start();
    }

    @AfterAll
    static void stop() {
        DashboardIT.stop();
    }

    @Test
    void page() throws Exception {
        new DashboardIT().the_page_shows_both_layers_at_work_and_the_hand_off_between_them();
        StatePictures.keepAll(Browser.IMAGES);
    }
}
