package workshop.serving.http;

import java.util.Map;

/** What every answer tells the browser: nothing from elsewhere, no inline code, no frame around the page. */
final class SecurityHeaders {
    static final Map<String, String> VALUES = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private SecurityHeaders() {}
}
