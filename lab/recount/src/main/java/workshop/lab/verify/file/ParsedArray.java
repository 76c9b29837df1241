package workshop.lab.verify.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * The elements of an array as Jackson's parser finds them, in one pass over the file. The parser only says where an element
 * begins and ends: what is shown are the file's own bytes, so no number goes through a double.
 */
record ParsedArray(FileBytes bytes, EntryVisitor visitor) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    /**
     * Shows the elements up to the first damage. An element is shown when the parser has accepted what follows it, since a
     * damage may show only there.
     *
     * @param start of the array, its opening bracket
     * @return behind the last element that was shown; of a sound array only its closing bracket is left
     */
    long read(long start) throws IOException {
        long shown = start + 1;
        if (isTakenForUtf16(start)) {
            return shown;
        }
        try (JsonParser json = JSON.createParser(bytes.from(start))) {
            json.nextToken();
            JsonToken token = json.nextToken();
            while (token != null && token != JsonToken.END_ARRAY) {
                long from = start + json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                json.finishToken();
                long to = start + json.currentLocation().getByteOffset();
                token = json.nextToken();
                if (token == null || to - from > RecountedFile.MAX_RECORD || to > bytes.length()) {
                    return shown;
                }
                visitor.record(from, bytes.copy(from, to));
                shown = to;
            }
            return shown;
        } catch (JsonProcessingException damaged) {
            return shown;
        }
    }

    /** A zero byte near the start makes the parser guess another encoding; in UTF-8 it is a damage. */
    private boolean isTakenForUtf16(long start) throws IOException {
        for (long place = start; place < Math.min(start + 4, bytes.length()); place++) {
            if (bytes.at(place) == 0) {
                return true;
            }
        }
        return false;
    }
}
