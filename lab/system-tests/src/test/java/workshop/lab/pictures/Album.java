package workshop.lab.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import workshop.lab.services.Home;

/**
 * The folder images/. A picture holds the text that it shows, so that one that would show the same again is left as it is,
 * and one that shows what the guide no longer says is found by a test.
 */
final class Album {
    static final Path IMAGES = Home.root().resolve("images");

    private static final String TEXT = "Description";
    private static final String LOOK = "Software";
    private static final boolean ANEW = Boolean.getBoolean("pictures.anew");

    private Album() {}

    /** Something that can be made into a picture, if it must. */
    interface Source {
        BufferedImage image() throws IOException;
    }

    static Path file(String name) {
        return IMAGES.resolve(name + ".png");
    }

    /** The text that a picture shows; null if it is not there, or not of this command. */
    static String text(String name) throws IOException {
        return PngFile.texts(file(name)).get(TEXT);
    }

    /** Whether a picture is there, and would be left as it is whatever it showed now. */
    static boolean isDone(String name, String look) throws IOException {
        return !ANEW && look.equals(PngFile.texts(file(name)).get(LOOK));
    }

    /**
     * @param look names how it is drawn: with another, it is made anew
     * @param isSame whether the text of the picture that is there, and the new one, differ in nothing that counts
     */
    static void keep(String name, String text, String look, BiPredicate<String, String> isSame, Source source)
            throws IOException {
        Map<String, String> old = PngFile.texts(file(name));
        String before = old.get(TEXT);
        if (!ANEW && before != null && look.equals(old.get(LOOK)) && isSame.test(before, text)) {
            tell(name, Objects.equals(before, text) ? "the same" : "left: only what varies has changed");
            return;
        }
        PngFile.write(file(name), source.image(), Map.of(TEXT, text, LOOK, look));
        tell(name, before == null ? "new" : "changed");
    }

    static void tell(String name, String what) {
        System.out.println("images/" + name + ": " + what);
    }
}
