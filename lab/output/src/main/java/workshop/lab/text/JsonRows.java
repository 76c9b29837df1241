package workshop.lab.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Rows as a JSON array of objects, amounts as numbers with all their decimals. */
public final class JsonRows {
    private JsonRows() {}

    public static void write(JsonGenerator json, Rows rows) throws IOException {
        json.writeStartArray();
        for (List<Object> row : rows.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(rows.columns().get(i));
                value(json, row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal || value instanceof Number) {
            json.writeNumber(Rows.text(value));
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }
}
