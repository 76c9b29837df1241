package workshop.bench;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import workshop.handoff.Database;
import workshop.lab.services.Services;
import workshop.settings.Role;
import workshop.settings.Settings;

/**
 * Clients that ask for one customer after the other, by HTTP or by JDBC. Each answer must be whole: total = batch + speed.
 * Arguments: HOME http://HOST:PORT|jdbc CLIENTS SECONDS CUSTOMERS, whose names are c-0, c-1, ...
 */
public final class ApiLoad {
    private static final String SQL = "select batch_total, speed_total, total from customer_totals where customer = ?";
    private static final Pattern PARTS =
            Pattern.compile("\"batch_total\":\"([^\"]+)\",\"speed_total\":\"([^\"]+)\",\"total\":\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ApiLoad() {}

    /** Asks once; throws if the answer is not whole. */
    private interface Ask extends AutoCloseable {
        void of(String customer) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings =
                Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(Map.of()));
        int clients = Integer.parseInt(arguments[2]);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[3]));
        int customers = Integer.parseInt(arguments[4]);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        List<Future<long[]>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            all.add(pool.submit(() -> {
                try (Ask ask = arguments[1].equals("jdbc") ? jdbc(settings) : http(arguments[1])) {
                    return askUntil(until, ask, customers);
                }
            }));
        }
        LongStream.Builder nanos = LongStream.builder();
        for (Future<long[]> one : all) {
            Arrays.stream(one.get()).forEach(nanos::add);
        }
        pool.shutdown();
        print(arguments[1], nanos.build().sorted().toArray(), Long.parseLong(arguments[3]));
    }

    private static long[] askUntil(long until, Ask ask, int customers) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        while (System.nanoTime() < until) {
            String customer = "c-" + ThreadLocalRandom.current().nextInt(customers);
            long start = System.nanoTime();
            ask.of(customer);
            nanos.add(System.nanoTime() - start);
        }
        return nanos.build().toArray();
    }

    private static Ask http(String server) {
        return customer -> {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(server + "/api/customers/" + customer))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher parts = PARTS.matcher(response.body());
            if (response.statusCode() != 200 || !parts.find()) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            requireWhole(parts.group(1), parts.group(2), parts.group(3));
        };
    }

    private static Ask jdbc(Settings settings) throws Exception {
        Connection connection = Database.connect(settings, Role.READER);
        PreparedStatement select = connection.prepareStatement(SQL);
        return new Ask() {
            @Override
            public void of(String customer) throws Exception {
                select.setString(1, customer);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    requireWhole(row.getString(1), row.getString(2), row.getString(3));
                }
            }

            @Override
            public void close() throws Exception {
                connection.close();
            }
        };
    }

    private static void requireWhole(String batch, String speed, String total) {
        if (new BigDecimal(batch).add(new BigDecimal(speed)).compareTo(new BigDecimal(total)) != 0) {
            throw new IllegalStateException(batch + " + " + speed + " is not " + total);
        }
        if (new BigDecimal(total).remainder(BigDecimal.ONE).signum() != 0) {
            throw new IllegalStateException("a part of a publication: " + total);
        }
    }

    private static void print(String how, long[] sorted, long seconds) {
        System.out.printf(
                "%-24s %,d answers, %,d a second, none wrong: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                how,
                sorted.length,
                sorted.length / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 99L / 100)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
