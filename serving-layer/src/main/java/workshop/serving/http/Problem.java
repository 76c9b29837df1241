package workshop.serving.http;

/** Why a request is not answered, as RFC 9457 has it. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * What the client reads, as application/problem+json.
     *
     * @param status of HTTP
     */
    record Details(String type, String title, int status, String detail) {}

    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "The request cannot be understood", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "There is no such thing", detail);
    }

    static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail);
    }

    Details details() {
        return new Details("about:blank", title, status, getMessage());
    }
}
