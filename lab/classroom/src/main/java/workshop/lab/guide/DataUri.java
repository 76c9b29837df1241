package workshop.lab.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import workshop.settings.WorkshopException;

/** A file as an address that holds all of it. */
final class DataUri {
    private static final Map<String, String> TYPES =
            Map.of("png", "image/png", "svg", "image/svg+xml", "jpg", "image/jpeg", "gif", "image/gif");

    private DataUri() {}

    static String of(Path file) {
        String name = file.getFileName().toString();
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null) {
            throw new IllegalStateException(file + " is no picture of a kind that is known: " + TYPES.keySet());
        }
        try {
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw WorkshopException.failed(
                    "The guide cannot be printed.",
                    "The picture " + file + " cannot be read.",
                    "git checkout -- images, or lab/pictures, which makes it");
        }
    }
}
