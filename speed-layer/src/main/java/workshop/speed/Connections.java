package workshop.speed;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.Driver;
import workshop.settings.Role;
import workshop.settings.Settings;

/** One pool of connections a JVM and database, as the role of the speed layer. */
final class Connections {
    private static final Map<String, HikariDataSource> POOLS = new ConcurrentHashMap<>();

    private Connections() {}

    /**
     * A pool of connections that do not commit on their own. It gives one within 20 s, PostgreSQL's restart included, or
     * fails.
     */
    static DataSource pool(Settings settings) {
        return POOLS.computeIfAbsent(settings.jdbcUrl(), url -> {
            HikariConfig config = new HikariConfig();
            config.setPoolName("speed_layer");
            config.setDriverClassName(Driver.class.getName()); // which a worker knows only from our jar
            config.setJdbcUrl(url);
            config.setUsername(Role.SPEED_LAYER.user());
            config.setPassword(settings.password(Role.SPEED_LAYER));
            config.addDataSourceProperty("ApplicationName", "workshop speed_layer");
            config.setAutoCommit(false);
            config.setMaximumPoolSize(16);
            config.setMinimumIdle(0);
            config.setConnectionTimeout(20_000);
            config.setInitializationFailTimeout(-1);
            return new HikariDataSource(config);
        });
    }
}
