package workshop.lab.measure;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import workshop.settings.WorkshopException;

/** The chart as files: SVG for pages, PNG for whatever cannot show that. */
public final class ChartFiles {
    public static final String SVG = "comparison.svg";
    public static final String PNG = "comparison.png";

    /** Pixels of the picture for one of the sheet: sharp in print. */
    private static final int PIXELS = 2;

    private ChartFiles() {}

    /**
     * Writes both into a folder that is there.
     *
     * @return a line for each that was written; or one that says why the chart could not be drawn, as with a Java without fonts
     */
    public static List<String> write(Measured measured, Path folder) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path svg = folder.resolve(SVG);
        Path png = folder.resolve(PNG);
        try {
            Charts charts = new Charts(measured);
            writePng(charts, png);
            writeSvg(charts, svg);
            return List.of(svg.toString(), png.toString());
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            return List.of("The chart could not be drawn: " + reason(noFonts)
                    + ". Java needs fonts for it (Debian: fontconfig, fonts-dejavu-core).");
        }
    }

    /** Java wraps it several times. */
    private static String reason(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return WorkshopException.firstLine(root);
    }

    private static void writePng(Charts charts, Path file) throws IOException {
        BufferedImage image =
                new BufferedImage(charts.width() * PIXELS, charts.height() * PIXELS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(PIXELS, PIXELS);
        charts.paint(graphics);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void writeSvg(Charts charts, Path file) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        charts.paint(graphics);
        Document document = Processors.get("svg")
                .getDocument(graphics.getCommands(), new PageSize(0, 0, charts.width(), charts.height()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.writeTo(bytes);
        Files.writeString(file, smaller(bytes.toString(StandardCharsets.UTF_8)));
    }

    /** Text is drawn as outlines with ten decimals a point; and no reader should look for a DTD in the network. */
    private static String smaller(String svg) {
        return svg.replaceAll("<!DOCTYPE[^>]*>", "")
                .replaceAll("(\\d\\.\\d\\d)\\d+", "$1")
                .replaceAll("font-family:&quot;[^&]*&quot;", "font-family:'DejaVu Sans',Verdana,sans-serif");
    }
}
