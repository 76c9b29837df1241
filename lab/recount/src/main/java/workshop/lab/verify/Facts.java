package workshop.lab.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import workshop.handoff.Database;
import workshop.handoff.HandOff;
import workshop.handoff.Sql;
import workshop.lab.text.Rows;
import workshop.settings.Role;
import workshop.settings.Settings;

/**
 * Reads rows of PostgreSQL as records. A column is the component of the same name: {@code log_offset} is
 * {@code logOffset}. A number that is null is 0, unless its component can be null.
 */
public final class Facts {
    private static final String HAND_OFF = Sql.load(HandOff.class, "select-hand-off.sql");

    private final Handle handle;

    private Facts(Handle handle) {
        this.handle = handle;
    }

    /**
     * Reads by the role reader, in one transaction: all of it is of one instant.
     *
     * @throws workshop.settings.WorkshopException if PostgreSQL does not answer, or refuses it
     */
    public static <T> T atOneInstant(Settings settings, Function<Facts, T> work) {
        return by(
                settings,
                Role.READER,
                handle -> handle.inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ, transaction -> work.apply(new Facts(transaction))));
    }

    /**
     * The rows of one statement.
     *
     * @throws workshop.settings.WorkshopException if PostgreSQL does not answer, or refuses it
     */
    public static <T> List<T> select(Settings settings, Role role, String sql, Class<T> row) {
        return by(settings, role, handle -> new Facts(handle).all(sql, row));
    }

    private static <T> T by(Settings settings, Role role, Function<Handle, T> work) {
        try (Connection connection = Database.connect(settings, role);
                Handle handle = Jdbi.open(connection)) {
            handle.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
            return work.apply(handle);
        } catch (JdbiException e) {
            throw e.getCause() instanceof SQLException refused ? Database.refused(settings, role, refused) : e;
        } catch (SQLException e) {
            throw Database.refused(settings, role, e);
        }
    }

    /** @param parameters of the question marks in the statement, in their order */
    public <T> List<T> all(String sql, Class<T> row, Object... parameters) {
        return rows(sql, row, parameters).list();
    }

    /** Shows the rows one by one. */
    <T> void each(String sql, Class<T> row, Consumer<T> visitor, Object... parameters) {
        rows(sql, row, parameters).forEach(visitor);
    }

    /** The rows as they are, to be shown under the names of their columns. */
    public Rows table(String sql) {
        return handle.createQuery(sql).scanResultSet((rows, context) -> Rows.of(rows.get()));
    }

    private <T> ResultIterable<T> rows(String sql, Class<T> row, Object... parameters) {
        Query query = handle.createQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.bind(i, parameters[i]);
        }
        return query.map(ConstructorMapper.of(row));
    }

    /** Where the hand-off stands. */
    public HandOff handOff() {
        return all(HAND_OFF, HandOff.class).get(0);
    }
}
