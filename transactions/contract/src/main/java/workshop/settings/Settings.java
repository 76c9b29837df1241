package workshop.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of {@code workshop.defaults.properties}, as overridden by environment variables or by the lab. Checked
 * when made, so that a wrong value fails before Spark starts.
 */
public final class Settings implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Pattern SERVERS = Pattern.compile("[^\\s:,/]+:[0-9]{1,5}(,[^\\s:,/]+:[0-9]{1,5})*");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern POSTGRES = Pattern.compile("[^\\s:,/]+:[0-9]{1,5}/[A-Za-z0-9_-]+");

    /** 0 to 65535. */
    private static final Pattern PORT = Pattern.compile(
            "[0-9]|[1-9][0-9]{1,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]");

    /** Names, IPv4 addresses, or IPv6 addresses in brackets. */
    private static final Pattern HOSTS =
            Pattern.compile("|(HOST)(,(HOST))*".replace("HOST", "[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]"));

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5}) (second|minute|hour|day)s?");

    private final TreeMap<String, String> values;

    private static final String PREFIX = "WORKSHOP_";
    /** What the ./workshop script reads itself, and the home that its commands take by default. */
    private static final Set<String> OF_THE_SCRIPT =
            Set.of("WORKSHOP_JAVA_OPTIONS", "WORKSHOP_NO_ARCHIVE", "WORKSHOP_HOME");

    private Settings(Map<String, String> values) {
        this.values = new TreeMap<>(values);
        require("kafka", SERVERS, "host:port, several separated by commas");
        require("runner", Pattern.compile("|compose"), "compose, or nothing");
        require("topic", TOPIC, "letters, digits, dots, underscores and dashes");
        require("currency", CURRENCY, "three capital letters, as EUR");
        require("postgres", POSTGRES, "host:port/database");
        require(
                "postgres.silence",
                Pattern.compile("([4-9]|[1-9][0-9]{1,2}) seconds"),
                "4 to 999 seconds, as 20 seconds");
        require("lake", Pattern.compile("\\S.*"), "a path or a URI");
        require("checkpoints", Pattern.compile("\\S.*"), "a path or a URI");
        require("dashboard.port", PORT, "a port from 1 to 65535, or 0 for a free one");
        require("dashboard.hosts", HOSTS, "names of hosts without ports, separated by commas, or nothing");
        require("dashboard.streams", Pattern.compile("[1-9][0-9]{0,2}|1000"), "a number from 1 to 1000");
        require("spark.ui.port", PORT, "a port from 1 to 65535, or 0 for a free one");
        require("spark.master.page", SERVERS, "host:port");
        require("kappa.batch", Pattern.compile("[1-9][0-9]{0,8}"), "a number of records");
        require("kappa.window", DURATION, "a number of seconds, minutes, hours or days, as 7 days");
    }

    /**
     * The defaults, overridden by variables as {@code WORKSHOP_KAFKA}.
     *
     * @throws WorkshopException if a variable with this prefix is unknown, or its value is not allowed
     */
    public static Settings of(Map<String, String> environment) {
        Map<String, String> values = defaults();
        requireKnown(environment, values);
        values.replaceAll((key, value) -> environment.getOrDefault(variable(key), value));
        return new Settings(values);
    }

    private static Map<String, String> defaults() {
        Properties defaults = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/workshop.defaults.properties")) {
            defaults.load(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> values = new TreeMap<>();
        defaults.stringPropertyNames().forEach(key -> values.put(key, defaults.getProperty(key)));
        return values;
    }

    /** A variable with a slip in its name would change nothing, and nobody would notice. */
    private static void requireKnown(Map<String, String> environment, Map<String, String> values) {
        Set<String> known =
                values.keySet().stream().map(Settings::variable).collect(Collectors.toCollection(TreeSet::new));
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !known.contains(name) && !OF_THE_SCRIPT.contains(name)) {
                throw WorkshopException.usage(
                        "The environment variable " + name + " is not known.",
                        "The variables that begin so are " + String.join(", ", known) + ".",
                        "correct its name, or unset " + name);
            }
        }
    }

    /** The environment variable that overrides a key. */
    public static String variable(String key) {
        return PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** These settings with another value for a key. */
    public Settings with(String key, String value) {
        if (!values.containsKey(key)) {
            throw new IllegalArgumentException("no setting " + key);
        }
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new Settings(changed);
    }

    /** These settings without the passwords of others: for what travels to other machines. */
    public Settings only(Role role) {
        Map<String, String> fewer = new TreeMap<>(values);
        fewer.replaceAll(
                (key, value) -> key.startsWith("password.") && !key.equals("password." + role.user()) ? "" : value);
        return new Settings(fewer);
    }

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return values.get("kafka");
    }

    public String topic() {
        return values.get("topic");
    }

    /** The currency of all amounts, as ISO 4217 writes it: {@code EUR}. */
    public String currency() {
        return values.get("currency");
    }

    /** The topic of the dead letters: rejected records with their reason. */
    public String deadLetterTopic() {
        return topic() + ".dlq";
    }

    /** The topic that holds Kappa's history. */
    public String historyTopic() {
        return topic() + ".history";
    }

    /** Where the live page is served; 0 for any port that is free. */
    public int dashboardPort() {
        return Integer.parseInt(values.get("dashboard.port"));
    }

    /** The names, beside those of this machine and its own address, by which the live page may be asked. */
    public Set<String> dashboardHosts() {
        String hosts = values.get("dashboard.hosts");
        return hosts.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(hosts.split(",")));
    }

    /** How many event streams, one for each open page, one address may have. */
    public int dashboardStreams() {
        return Integer.parseInt(values.get("dashboard.streams"));
    }

    /** Where Spark serves its pages of a run, if it may; 0 for any port that is free. */
    public int sparkUiPort() {
        return Integer.parseInt(values.get("spark.ui.port"));
    }

    /** The page of the Spark master, host:port. */
    public String sparkMasterPage() {
        return values.get("spark.master.page");
    }

    /** How long PostgreSQL may leave a question unanswered before its host is taken for gone. */
    public Duration postgresSilence() {
        return duration("postgres.silence");
    }

    /** How long the Kappa job remembers an id. */
    public Duration kappaWindow() {
        return duration("kappa.window");
    }

    private Duration duration(String key) {
        Matcher window = DURATION.matcher(values.get(key));
        window.matches();
        return Duration.of(
                Long.parseLong(window.group(1)),
                ChronoUnit.valueOf(window.group(2).toUpperCase(Locale.ROOT) + "S"));
    }

    /** How many records the Kappa job takes at once, at most. */
    public long kappaBatch() {
        return Long.parseLong(values.get("kappa.batch"));
    }

    /** The JDBC address, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + values.get("postgres");
    }

    public String password(Role role) {
        return values.get("password." + role.user());
    }

    /** Of PostgreSQL's superuser, who makes the database and its owner where they are missing, and is not asked after. */
    public String superuserPassword() {
        return values.get("password.postgres");
    }

    /** The name of the database. */
    public String database() {
        return values.get("postgres").replaceFirst(".*/", "");
    }

    /** The host and port of PostgreSQL. */
    public String postgresServer() {
        return values.get("postgres").replaceFirst("/.*", "");
    }

    public String lake() {
        return values.get("lake");
    }

    public String checkpoints() {
        return values.get("checkpoints");
    }

    private void require(String key, Pattern form, String words) {
        String value = values.get(key);
        if (!form.matcher(value).matches()) {
            throw WorkshopException.usage(
                    "The setting " + key + " has the value \"" + value + "\".",
                    "It must be " + words + ".",
                    "correct the environment variable " + variable(key));
        }
    }
}
