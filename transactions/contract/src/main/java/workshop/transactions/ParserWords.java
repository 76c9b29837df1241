package workshop.transactions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import workshop.settings.Printable;

/** What the JSON parser itself says of a record, for who wants to know more than the contract's sentence. */
public final class ParserWords {
    private ParserWords() {}

    /** Empty if these bytes are JSON. */
    public static Optional<String> of(byte[] bytes, int from, int length) {
        try (JsonParser parser = Contract.JSON.createParser(bytes, from, length)) {
            while (parser.nextToken() != null) {
                parser.getTextLength(); // reads it whole
            }
            return Optional.empty();
        } catch (JsonProcessingException error) {
            return Optional.of(Printable.of(error.getOriginalMessage().split("\\R", 2)[0], 300));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the bytes are in memory
        }
    }
}
