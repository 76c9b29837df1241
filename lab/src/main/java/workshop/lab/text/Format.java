package workshop.lab.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** How an answer is written. */
public enum Format {
    /** For people: aligned columns, control characters made visible. */
    TABLE {
        @Override
        public String write(Rows rows) {
            return Table.write(rows);
        }
    },
    /** RFC 4180, with a header, lines ending in a line feed. */
    CSV {
        @Override
        public String write(Rows rows) {
            StringBuilder csv = new StringBuilder(String.join(",", rows.columns())).append('\n');
            for (List<Object> row : rows.rows()) {
                csv.append(row.stream().map(value -> quoted(Rows.text(value))).collect(Collectors.joining(",")))
                        .append('\n');
            }
            return csv.toString();
        }
    },
    /** An array of objects, amounts as numbers with all their decimals. */
    JSON {
        @Override
        public String write(Rows rows) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
                JsonRows.write(json, rows);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return text.append('\n').toString();
        }
    };

    public abstract String write(Rows rows);

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
