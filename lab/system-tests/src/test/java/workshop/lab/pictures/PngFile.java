package workshop.lab.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.NodeList;

/** PNG with at most 256 colours, a quarter of the size, and with texts inside that say what it shows. */
final class PngFile {
    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngFile() {}

    static void write(Path file, BufferedImage image, Map<String, String> texts) throws IOException {
        BufferedImage small = ofFewColours(image);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality(0);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(small), options);
            metadata.mergeTree(FORMAT, tree(texts));
            writer.setOutput(out);
            writer.write(null, new IIOImage(small, null, metadata), options);
        } finally {
            writer.dispose();
        }
        Files.write(file, bytes.toByteArray());
    }

    /** By the JDK's writer of GIF, which picks the colours. */
    private static BufferedImage ofFewColours(BufferedImage image) throws IOException {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, null);
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(opaque, "gif", gif);
        return ImageIO.read(new ByteArrayInputStream(gif.toByteArray()));
    }

    private static IIOMetadataNode tree(Map<String, String> texts) {
        IIOMetadataNode all = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, text) -> {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("compressionFlag", "TRUE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "en");
            entry.setAttribute("translatedKeyword", "");
            entry.setAttribute("text", text);
            all.appendChild(entry);
        });
        IIOMetadataNode tree = new IIOMetadataNode(FORMAT);
        tree.appendChild(all);
        return tree;
    }

    /** The texts inside; none if there is no such file. */
    static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return texts;
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            IIOMetadataNode tree = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(FORMAT);
            NodeList entries = tree.getElementsByTagName("iTXtEntry");
            for (int i = 0; i < entries.getLength(); i++) {
                IIOMetadataNode entry = (IIOMetadataNode) entries.item(i);
                texts.put(entry.getAttribute("keyword"), entry.getAttribute("text"));
            }
        } finally {
            reader.dispose();
        }
        return texts;
    }
}
