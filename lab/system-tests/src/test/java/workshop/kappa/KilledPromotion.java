package workshop.kappa;

import java.nio.file.Path;
import java.util.Map;
import workshop.lab.services.Services;
import workshop.settings.Settings;

/** A promotion that ends inside its transaction as a killed one does: nothing is rolled back by us. HOME VERSION. */
public final class KilledPromotion {
    public static final int EXIT_CODE = 137;

    private KilledPromotion() {}

    public static void main(String[] arguments) {
        Settings settings =
                Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(Map.of()));
        new Promotion(settings, () -> Runtime.getRuntime().halt(EXIT_CODE)).promote(arguments[1], false);
    }
}
