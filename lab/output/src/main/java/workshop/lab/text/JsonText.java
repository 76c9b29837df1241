package workshop.lab.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import workshop.settings.JsonEscapes;

/** A JSON document as text: indented, a line feed at its end, and nothing in it that a terminal would obey. */
public final class JsonText {
    private JsonText() {}

    /** What writes the document. */
    @FunctionalInterface
    public interface Document {
        void write(JsonGenerator json) throws IOException;
    }

    public static String written(Document document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonEscapes.factory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            document.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the text is in memory
        }
        return text.append('\n').toString();
    }
}
