package workshop.serving.http;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Lets a customer's name hold what a path else may not: a slash, a backslash, a percent sign, a semicolon, encoded. In any
 * other path, as that of a file of the page, such a character would make it another path once it is decoded.
 */
final class PlainPaths implements HttpConfiguration.Customizer {
    static final UriCompliance NAMES = UriCompliance.DEFAULT.with(
            "names",
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.SUSPICIOUS_PATH_CHARACTERS);

    private static final Pattern CUSTOMER = Pattern.compile("/api/customers/[^/]+");

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        HttpURI uri = request.getHttpURI();
        if (uri.hasViolations()
                && !CUSTOMER.matcher(String.valueOf(uri.getCanonicalPath())).matches()) {
            throw Problem.badRequest("Only the name of a customer may be written so: "
                    + uri.getViolations().stream()
                            .map(ComplianceViolation::getDescription)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return request;
    }
}
