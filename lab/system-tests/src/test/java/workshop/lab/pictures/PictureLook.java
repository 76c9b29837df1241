package workshop.lab.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** How pictures of a kind are drawn: an HTML page of this package. */
record PictureLook(String html) {
    static PictureLook of(String file) {
        try (InputStream in = PictureLook.class.getResourceAsStream(file)) {
            return new PictureLook(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another one where the page is another. */
    String name() {
        CRC32 sum = new CRC32();
        sum.update(html.getBytes(StandardCharsets.UTF_8));
        return "lab/pictures, look " + Long.toHexString(sum.getValue());
    }
}
