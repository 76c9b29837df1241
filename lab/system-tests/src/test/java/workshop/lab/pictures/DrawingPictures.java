package workshop.lab.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.lab.Browser;
import workshop.lab.guide.Drawing;
import workshop.lab.services.Home;

/** Draws the Mermaid blocks of the pages as SVG that needs nothing else. Each holds its source. */
final class DrawingPictures {
    static final List<String> PAGES = List.of("README.md", "WORKSHOP.md", "KAPPA.md");

    private static final PictureLook LOOK = PictureLook.of("drawing.html");
    private static final Pattern HELD = Pattern.compile("<metadata>(.*?)</metadata>", Pattern.DOTALL);

    private final Browser browser;

    DrawingPictures(Browser browser) {
        this.browser = browser;
    }

    static List<Drawing> all() {
        return PAGES.stream()
                .flatMap(page -> Drawing.of(Home.root().resolve(page)).stream())
                .toList();
    }

    static Path file(Drawing drawing) {
        return Album.IMAGES.resolve(drawing.fileName());
    }

    /** Whether it is there, of this source. */
    static boolean isDrawn(Drawing drawing) throws IOException {
        return held(drawing).endsWith(metadata(drawing));
    }

    private static String held(Drawing drawing) throws IOException {
        Matcher held = HELD.matcher(Files.exists(file(drawing)) ? Files.readString(file(drawing)) : "");
        return held.find() ? held.group(1) : "";
    }

    private static String metadata(Drawing drawing) {
        return "\n"
                + drawing.source().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    void keepAll() throws IOException {
        String how = LOOK.name() + ", Mermaid " + version();
        for (Drawing drawing : all()) {
            String metadata = how + metadata(drawing);
            if (held(drawing).equals(metadata) && !Boolean.getBoolean("pictures.anew")) {
                Album.tell(drawing.fileName(), "the same");
            } else {
                Files.writeString(
                        file(drawing),
                        draw(drawing)
                                        .replaceFirst(
                                                ">",
                                                ">"
                                                        + Matcher.quoteReplacement(
                                                                "<metadata>" + metadata + "</metadata>\n"))
                                + "\n");
                Album.tell(drawing.fileName(), "drawn");
            }
        }
    }

    private String draw(Drawing drawing) throws IOException {
        Path script = Files.write(Files.createTempFile("mermaid", ".js"), script());
        try {
            browser.openHtml(LOOK.html().replace("MERMAID", script.toUri().toString()));
            return (String) browser.driver().executeAsyncScript("draw(...arguments)", drawing.name(), drawing.source());
        } finally {
            Files.delete(script);
        }
    }

    private static byte[] script() throws IOException {
        String path = "/META-INF/resources/webjars/mermaid/" + version() + "/dist/mermaid.min.js";
        try (InputStream in = DrawingPictures.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }

    private static String version() throws IOException {
        Properties pom = new Properties();
        try (InputStream in =
                DrawingPictures.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/mermaid/pom.properties")) {
            pom.load(in);
        }
        return pom.getProperty("version");
    }
}
