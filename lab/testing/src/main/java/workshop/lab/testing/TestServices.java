package workshop.lab.testing;

import java.io.IOException;
import java.nio.file.Path;
import workshop.lab.services.Services;
import workshop.settings.Settings;

/** Kafka and PostgreSQL for a test: those that all tests of this JVM share, or some of its own. */
public sealed interface TestServices extends AutoCloseable permits SharedServices, OwnServices {
    /** Empty topics and tables on services that run for all tests of this JVM. No two tests may have them at once. */
    static TestServices shared() throws IOException {
        return SharedServices.cleaned();
    }

    /** For a test that kills services, stops them, or changes more of them than topics and tables. */
    static TestServices own() throws IOException {
        return new OwnServices();
    }

    /** The folder that {@code --home} names. */
    Path home();

    Services services();

    /** For every layer that is to work with these services. */
    Settings settings();

    @Override
    void close();
}
