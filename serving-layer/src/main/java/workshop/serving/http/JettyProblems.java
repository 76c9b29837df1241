package workshop.serving.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never reaches a resource, such as a path that cannot be read or another host, with a problem too. */
final class JettyProblems extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        Problem problem = cause instanceof Problem known ? known : problem(status, message);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        SecurityHeaders.VALUES.forEach(response.getHeaders()::put);
        problem.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(Json.bytes(problem.details())), callback);
    }

    private static Problem problem(int status, String message) {
        return Problem.of(
                status,
                status < 500 ? "The request cannot be understood" : "The server failed",
                message == null || message.isBlank() ? "HTTP status " + status + "." : message + ".");
    }
}
