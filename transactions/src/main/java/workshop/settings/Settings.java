package workshop.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The settings of {@code workshop.defaults.properties}, as overridden by environment variables or by the lab. Checked
 * when made, so that a wrong value fails before Spark starts.
 */
public final class Settings implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Pattern SERVERS = Pattern.compile("[^\\s:,/]+:[0-9]{1,5}(,[^\\s:,/]+:[0-9]{1,5})*");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern POSTGRES = Pattern.compile("[^\\s:,/]+:[0-9]{1,5}/[A-Za-z0-9_-]+");

    private final TreeMap<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = new TreeMap<>(values);
        require("kafka", SERVERS, "host:port, several separated by commas");
        require("topic", TOPIC, "letters, digits, dots, underscores and dashes");
        require("postgres", POSTGRES, "host:port/database");
        require("lake", Pattern.compile("\\S.*"), "a path or a URI");
        require("checkpoints", Pattern.compile("\\S.*"), "a path or a URI");
    }

    /** The defaults, overridden by variables as {@code WORKSHOP_KAFKA}. */
    public static Settings of(Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        Properties defaults = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/workshop.defaults.properties")) {
            defaults.load(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        for (String key : defaults.stringPropertyNames()) {
            values.put(key, environment.getOrDefault(variable(key), defaults.getProperty(key)));
        }
        return new Settings(values);
    }

    /** The environment variable that overrides a key. */
    public static String variable(String key) {
        return "WORKSHOP_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
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

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return values.get("kafka");
    }

    public String topic() {
        return values.get("topic");
    }

    /** The topic of the dead letters: rejected records with their reason. */
    public String deadLetterTopic() {
        return topic() + ".dlq";
    }

    /** The JDBC address, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + values.get("postgres");
    }

    public String password(Role role) {
        return values.get("password." + role.user());
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
