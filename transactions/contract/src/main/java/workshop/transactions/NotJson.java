package workshop.transactions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.settings.Printable;

/**
 * Says in plain words why a record is no JSON, from the place at which the parser stopped. The parser's own words are for
 * programmers: they name tokens and character codes.
 */
final class NotJson {
    private static final int CONTEXT = 40;
    private static final Pattern OTHER_QUOTE = Pattern.compile("['`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb]");
    private static final Pattern WORD = Pattern.compile("[^\\s,:;{}\\[\\]\"]+");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[-+]?(NaN|Infinity|INF)$");
    private static final Pattern WHOLE_AND_COMMA = Pattern.compile("(-?[0-9]+),$");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern BAD_NUMBER = Pattern.compile("[-+.0-9]$");
    private static final Pattern HALF_A_PAIR = Pattern.compile("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}\"?$");
    private static final Pattern BAD_ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{0,3})?$");

    private final JsonParser parser;
    /** What stands before the place at which the parser stopped, and from there on; a little of both. */
    private final String before;

    private final String rest;

    private NotJson(JsonParser parser, String before, String rest) {
        this.parser = parser;
        this.before = before;
        this.rest = rest;
    }

    /** @param parser as the error has left it */
    static String sentence(byte[] bytes, int from, int length, JsonParser parser, JsonProcessingException error) {
        return "not JSON: " + why(bytes, from, length, parser, error);
    }

    private static String why(byte[] bytes, int from, int length, JsonParser parser, JsonProcessingException error) {
        if (error instanceof JsonEOFException end) {
            boolean inText = end.getTokenBeingDecoded() == JsonToken.VALUE_STRING
                    || end.getTokenBeingDecoded() == JsonToken.FIELD_NAME;
            return inText
                    ? "the record ends inside a text; is a quotation mark missing?"
                    : "the record ends before its object does; is a } missing, or is it written over several lines?";
        }
        if (error instanceof StreamConstraintsException || error.getLocation() == null) {
            return "it is nested too deeply, or a name or a number in it is too long";
        }
        int at = (int) Math.max(0, Math.min(length, error.getLocation().getByteOffset()));
        while (at > 0 && at < length && (bytes[from + at] & 0xC0) == 0x80) {
            at--; // to the first byte of a character
        }
        int start = Math.max(0, at - CONTEXT);
        return new NotJson(
                        parser,
                        text(bytes, from + start, at - start),
                        text(bytes, from + at, Math.min(CONTEXT, length - at)))
                .why();
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    private String why() {
        if (BAD_ESCAPE.matcher(before).find()) {
            return "a \\ in a text begins nothing that JSON knows; a \\ itself is written \\\\";
        }
        if (!rest.isEmpty() && rest.charAt(0) < ' ') {
            return "it holds a control character (code " + (int) rest.charAt(0)
                    + "); in a text it is written with a \\, as \\t or \\n";
        }
        if (HALF_A_PAIR.matcher(before).find()) {
            return "a field name holds half of a surrogate pair, which is no text";
        }
        String quote = OTHER_QUOTE.matcher(rest).lookingAt() ? rest.substring(0, 1) : lastOf(before, 1);
        if (OTHER_QUOTE.matcher(quote).matches()) {
            return "the quotation mark " + quote + " is not the one of JSON, which is \"";
        }
        if (parser.getParsingContext().inRoot()) {
            return new NotJson(parser, "", (before + rest).replace("\uFEFF", "").strip()).atTheStart();
        }
        return parser.currentToken() == JsonToken.FIELD_NAME ? afterName() : afterValue();
    }

    private String atTheStart() {
        return "it begins with " + next() + ", and an object begins with {";
    }

    /** Where a colon or a value is wanted. */
    private String afterName() {
        String name = Fields.quote(parser.getParsingContext().getCurrentName());
        Matcher notANumber = NOT_A_NUMBER.matcher(before);
        if (notANumber.find()) {
            return notANumber.group() + " is not a number of JSON";
        }
        String stripped = before.stripTrailing();
        if (stripped.endsWith("\"") && !rest.startsWith(":")) {
            return "a colon is missing after the field name " + name;
        }
        if (BAD_NUMBER.matcher(stripped).find() || rest.startsWith(".") || rest.startsWith("+")) {
            return "the number of " + name
                    + " is not written as in JSON: no + and no 0 in front, digits on both sides of the point";
        }
        return rest.startsWith("}") || rest.startsWith(",")
                ? "a value is missing after the field name " + name
                : next() + " is no value; does a text lack its quotation marks?";
    }

    /** Where a field, a comma or the end is wanted. */
    private String afterValue() {
        String stripped = before.stripTrailing();
        boolean wantsName = parser.getParsingContext().inObject() && (stripped.endsWith(",") || stripped.endsWith("{"));
        Matcher whole = WHOLE_AND_COMMA.matcher(before);
        Matcher digits = DIGITS.matcher(rest);
        if (whole.find() && digits.lookingAt()) {
            return "the number " + whole.group(1) + "," + digits.group() + " has a decimal comma; write "
                    + whole.group(1) + "." + digits.group();
        }
        if (stripped.endsWith(",") && (rest.startsWith("}") || rest.startsWith("]"))) {
            return "a comma stands before the " + rest.charAt(0) + " that ends it; take the comma out";
        }
        if (wantsName && !rest.isEmpty() && Character.isLetter(rest.codePointAt(0))) {
            return "the field name " + next() + " lacks its quotation marks";
        }
        if (!wantsName && rest.startsWith("\"")) {
            return "before " + next() + " a comma is missing, or a \" in a text lacks the \\ before it";
        }
        return next() + " is not expected after " + Printable.of(lastOf(stripped, 20), CONTEXT);
    }

    /** The word, or else the character, at which the parser stopped. */
    private String next() {
        Matcher word = WORD.matcher(rest);
        if (word.lookingAt()) {
            return Fields.quote(word.group());
        }
        Matcher text = TEXT.matcher(rest);
        return text.lookingAt()
                ? Printable.of(text.group(), CONTEXT)
                : rest.isEmpty() ? "the end" : Printable.of(rest.substring(0, 1), 1);
    }

    private static String lastOf(String text, int most) {
        return text.substring(Math.max(0, text.length() - most));
    }
}
