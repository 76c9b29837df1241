package workshop.serving.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** GET /api/stream: server-sent events, until the client goes. */
final class StreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient LiveStream stream;

    StreamServlet(LiveStream stream) {
        this.stream = stream;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.VALUES.forEach(response::setHeader);
        if (request.getQueryString() != null) {
            problem(response, Problem.badRequest("The stream has no parameters."));
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        try {
            stream.add(async, request.getRemoteAddr());
        } catch (Problem full) {
            problem(response, full);
            async.complete();
        }
    }

    /** What GET would say now: the page asks it, for a browser does not tell the page why a stream was refused. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.VALUES.forEach(response::setHeader);
        response.setContentType("text/event-stream");
        try {
            stream.requireRoom(request.getRemoteAddr());
        } catch (Problem full) {
            problem(response, full);
        }
    }

    private static void problem(HttpServletResponse response, Problem problem) throws IOException {
        response.reset(); // of what a stream says of itself
        SecurityHeaders.VALUES.forEach(response::setHeader);
        response.setStatus(problem.details().status());
        problem.headers().forEach(response::setHeader);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(Json.bytes(problem.details()));
    }
}
