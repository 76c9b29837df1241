package workshop.lab.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every test waits for what must come, registered for all of them in META-INF/services: a wait ends when it has
 * come, so this costs nothing, and a machine that is busy with other tests is no failure.
 */
public final class LongTestWaits implements BeforeAllCallback {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}
