package workshop.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * JSON that can be shown at a terminal: what is not {@link Printable} stands in it as an escape, which says the same to
 * every reader of JSON. Jackson by itself escapes no character above U+001F.
 */
public final class JsonEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int DELETE = 0x7f;

    private JsonEscapes() {}

    /** A factory of generators that escape so. */
    public static JsonFactory factory() {
        return new JsonFactoryBuilder().characterEscapes(new JsonEscapes()).build();
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
        return codes;
    }

    /** Null for what stays as it is. The two halves of a surrogate pair come one at a time: both stay, to remain a pair. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return Printable.isPlain(character) || Character.isSurrogate((char) character)
                ? null
                : new SerializedString(String.format("\\u%04x", character));
    }
}
