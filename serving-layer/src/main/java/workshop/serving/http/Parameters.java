package workshop.serving.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import workshop.settings.Printable;

/** The parameters of a request: known names, each once, within their limits. Anything else is a problem with a reason. */
record Parameters(Context request) {
    private static final int MAX_TEXT = 100;

    /** Refuses what the resource does not know: a slip would otherwise go unnoticed. */
    Parameters only(String... known) {
        Set<String> names = Set.of(known);
        request.queryParamMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                throw Problem.badRequest("The parameter " + shown(name) + " is not known here; known are "
                        + (names.isEmpty()
                                ? "none"
                                : String.join(", ", names.stream().sorted().toList())) + ".");
            }
            if (values.size() > 1) {
                throw Problem.badRequest("The parameter " + name + " is given " + values.size() + " times.");
            }
        });
        return this;
    }

    int number(String name, int otherwise, int least, int most) {
        String text = request.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw Problem.badRequest("The parameter " + name + " is " + shown(text) + "; it must be a number from " + least
                + " to " + most + ".");
    }

    String oneOf(String name, List<String> choices) {
        String text = request.queryParam(name);
        if (text == null) {
            return choices.get(0);
        }
        if (!choices.contains(text)) {
            throw Problem.badRequest("The parameter " + name + " is " + shown(text) + "; it must be one of "
                    + String.join(", ", choices) + ".");
        }
        return text;
    }

    /** Up to 100 characters, as a customer's name has. */
    String text(String name) {
        String text = request.queryParam(name);
        return text == null ? "" : checked("parameter " + name, text);
    }

    String customer() {
        return checked("customer's name", request.pathParam("customer"));
    }

    /** Whether U+FFFD was sent, and does not stand for bytes that could not be decoded. */
    private boolean isReplacementMeant() {
        String query = request.queryString() == null ? "" : request.queryString();
        String sent = (request.req().getRequestURI() + query).toUpperCase(Locale.ROOT);
        return sent.contains("%EF%BF%BD") || sent.indexOf('\uFFFD') >= 0;
    }

    private String checked(String what, String text) {
        if (text.codePointCount(0, text.length()) > MAX_TEXT) {
            throw Problem.badRequest(
                    "The " + what + " is longer than " + MAX_TEXT + " characters: " + shown(text) + ".");
        }
        if (text.indexOf('\uFFFD') >= 0 && !isReplacementMeant()) {
            throw Problem.badRequest("The " + what + " is not UTF-8.");
        }
        if (text.indexOf(0) >= 0) {
            throw Problem.badRequest("The " + what + " holds a zero byte, which no name has.");
        }
        return text;
    }

    /** What was given, short enough to be read. */
    private static String shown(String text) {
        return '"' + Printable.of(text, 40) + '"';
    }
}
