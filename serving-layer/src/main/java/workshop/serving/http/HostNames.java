package workshop.serving.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import workshop.settings.Printable;
import workshop.settings.Settings;

/**
 * Refuses a request that names another host, or comes from the page of another site. Whoever owns a name can let it point to
 * 127.0.0.1; a browser then takes this server for a part of that site, and lets the site's page read all totals (DNS
 * rebinding). The browser sends that name with each request, so the name tells.
 */
final class HostNames implements HttpConfiguration.Customizer {
    private static final List<String> OF_THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");
    private static final int SHOWN = 60;

    private final Set<String> names = new TreeSet<>();
    private final boolean isEverywhere;

    /**
     * @param bound the address that the server listens on. If it listens on all addresses, each address is good, for no
     *     one can let an address point elsewhere
     * @param others more names, of the setting dashboard.hosts
     */
    HostNames(String bound, Collection<String> others) {
        String address = normal(bound.contains(":") && !bound.startsWith("[") ? "[" + bound + "]" : bound);
        this.isEverywhere = Set.of("0.0.0.0", "[0:0:0:0:0:0:0:0]").contains(address);
        OF_THIS_MACHINE.forEach(name -> names.add(normal(name)));
        others.forEach(name -> names.add(normal(name)));
        if (!isEverywhere) {
            names.add(address);
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
        if (hosts.size() != 1) {
            throw Problem.badRequest("The request has " + hosts.size() + " headers Host; it must have one.");
        }
        String host = hosts.get(0);
        if (!isOurs(normal(withoutPort(host)))) {
            throw misdirected(withoutPort(host));
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !origin.replaceFirst("^[a-z]+://", "").equalsIgnoreCase(host)) {
            throw Problem.of(
                    403,
                    "The request comes from another site",
                    "A page of " + Printable.of(origin, SHOWN) + " sent it; only the page of this server may ask it.");
        }
        return request;
    }

    private boolean isOurs(String host) {
        return names.contains(host) || (isEverywhere && ADDRESS.matcher(host).matches());
    }

    private static Problem misdirected(String host) {
        String next = NAME.matcher(host.toLowerCase(Locale.ROOT)).matches()
                ? "If that is a name of this machine, start the page with " + Settings.variable("dashboard.hosts") + "="
                        + host + " in the environment."
                : "Ask it by one of these names.";
        return Problem.of(
                421,
                "The request names another host",
                "It names \"" + Printable.of(host, SHOWN) + "\"; this server answers to "
                        + String.join(", ", OF_THIS_MACHINE)
                        + ", its address and the names in the setting dashboard.hosts. " + next);
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]*$", "");
    }

    /** In small letters, without the dot that may end a name; of an IPv6 address, which has several forms, the long one. */
    private static String normal(String host) {
        String small = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (small.startsWith("[") && ADDRESS.matcher(small).matches()) {
            try { // which asks no name server: it is an address
                return "[" + InetAddress.getByName(small).getHostAddress() + "]";
            } catch (UnknownHostException none) {
                return small;
            }
        }
        return small;
    }
}
