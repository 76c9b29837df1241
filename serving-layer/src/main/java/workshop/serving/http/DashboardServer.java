package workshop.serving.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Serves the merged view: JSON under /api, the live page under /. Reads as the role reader. */
public final class DashboardServer implements AutoCloseable {
    private static final int THREADS = 40;

    private final ReaderPool pool;
    private final LogEnds logEnds;
    private final LogEnds historyEnds;
    private final LiveStream stream;
    private final Javalin server;

    private DashboardServer(
            Settings settings,
            Runner runner,
            Supplier<Proof> proof,
            Supplier<LiveComparison> comparison,
            HostNames names) {
        this.pool = new ReaderPool(settings);
        this.logEnds = new LogEnds(settings, settings.topic(), pool, CountedLogs::ofTransactions);
        this.historyEnds = new LogEnds(settings, settings.historyTopic(), pool, CountedLogs::ofHistory);
        this.stream = new LiveStream(pool, logEnds, proof, settings, runner);
        Endpoints endpoints = new Endpoints(pool, logEnds, historyEnds, settings.currency(), proof, comparison, runner);
        this.server = Javalin.create(config -> configure(config, endpoints, names));
    }

    /**
     * Starts the server.
     *
     * @param runner that knows how commands are typed here
     * @param proof the newest recount; asked at each request, so it must not wait
     * @param comparison the newest one customer by customer; asked at each request too
     * @param host the address to listen on: 127.0.0.1, unless others shall see the page
     * @param port 0 for any that is free
     */
    public static DashboardServer start(
            Settings settings,
            Runner runner,
            Supplier<Proof> proof,
            Supplier<LiveComparison> comparison,
            String host,
            int port) {
        DashboardServer dashboard = new DashboardServer(
                settings, runner, proof, comparison, new HostNames(host, settings.dashboardHosts()));
        try {
            dashboard.server.start(host, port);
            return dashboard;
        } catch (JavalinBindException e) {
            dashboard.close();
            throw WorkshopException.failed(
                    "The page cannot be served on " + host + ":" + port + ".",
                    "Another program has that port, or this machine has no such address.",
                    "the same with another number behind --port, or with --port 0 for any that is free",
                    e);
        }
    }

    public int port() {
        return server.port();
    }

    /** How many event streams are open. */
    public int streams() {
        return stream.clients();
    }

    private void configure(JavalinConfig config, Endpoints endpoints, HostNames names) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new JettyProblems()));
        config.jetty.modifyHttpConfiguration(http -> harden(http, names));
        config.jetty.modifyServletContextHandler(context -> {
            context.getServletHandler().setDecodeAmbiguousURIs(true);
            ServletHolder holder = new ServletHolder(new StreamServlet(stream));
            holder.setAsyncSupported(true);
            context.addServlet(holder, "/api/stream");
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/workshop/serving/dashboard";
            files.location = Location.CLASSPATH;
            files.headers = SecurityHeaders.VALUES;
        });
        endpoints.addTo(config.routes);
    }

    private static void harden(HttpConfiguration http, HostNames names) {
        http.setSendServerVersion(false);
        http.setUriCompliance(PlainPaths.NAMES);
        http.addCustomizer(names);
        http.addCustomizer(new PlainPaths());
    }

    @Override
    public void close() {
        stream.close();
        server.stop();
        logEnds.close();
        historyEnds.close();
        pool.close();
    }
}
