package workshop.lab.services;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workshop.settings.WorkshopException;

/** What the build leaves for the services to be started from. */
public final class Installation {
    private Installation() {}

    /** Where PostgreSQL's programs are unpacked to, for all homes of a user; need not exist. */
    public static Path programs() {
        return PostgresBinaries.cache();
    }

    /** What is missing, a sentence each. */
    public static List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Runnable part : List.<Runnable>of(BrokerJvm::version, PostgresBinaries::archive)) {
            try {
                part.run();
            } catch (WorkshopException e) {
                missing.add(e.what() + " " + e.why());
            }
        }
        return missing;
    }
}
