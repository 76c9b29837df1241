package workshop.lab;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import workshop.handoff.Database;
import workshop.settings.Role;
import workshop.settings.Settings;

/** Somebody who has the password of the reader, and means harm. */
final class HostileReader implements AutoCloseable {
    /** Statements that would stop, change or fill something, and a part of what PostgreSQL says instead. */
    static final List<String> REFUSED = List.of(
            "select pg_advisory_lock(hashtext('lambda workshop'), hashtext('batch run')) | permission denied for function",
            "select pg_try_advisory_lock(hashtext('lambda workshop'), hashtext('batch run')) | permission denied for function",
            "select pg_try_advisory_lock_shared(hashtext('lambda workshop kappa'), hashtext('v1')) | permission denied for function",
            "select pg_advisory_xact_lock(hashtext('lambda workshop kappa load'), 0) | permission denied for function",
            "select pg_advisory_lock(77431708279161) | permission denied for function",
            "begin; lock table hand_off_lock in share mode | permission denied for table hand_off_lock",
            "begin; lock table hand_off_lock in access share mode | permission denied for table hand_off_lock",
            "begin; lock table batch_totals in exclusive mode | permission denied for table batch_totals",
            "begin; lock table customer_totals in row exclusive mode | permission denied for view customer_totals",
            "select * from hand_off for update | permission denied for table hand_off",
            "select * from coverage for update | permission denied for view coverage",
            "insert into batch_totals values ('Ali', 1, 1) | permission denied for table batch_totals",
            "update hand_off set published_epoch = 0 | permission denied for table hand_off",
            "update published_history set path = '' | permission denied for view published_history",
            "delete from rejected | permission denied for view rejected",
            "truncate speed_totals | permission denied for table speed_totals",
            "drop view customer_totals cascade | must be owner of view customer_totals",
            "alter table batch_totals add column x text | must be owner of table batch_totals",
            "create index on batch_totals (total) | must be owner of table batch_totals",
            "comment on view customer_totals is '' | must be owner of view customer_totals",
            "create table mine (x text) | permission denied for schema public",
            "create temporary table mine (x text) | permission denied to create temporary tables",
            "create view customer_totals as select 1 | permission denied for schema public",
            "create function answer() returns int language sql as 'select 42' | permission denied for schema public",
            "create function pg_temp.answer() returns int language sql as 'select 42' | permission denied to create temporary tables",
            "create schema mine | permission denied for database",
            "create database mine | permission denied to create database",
            "create role mine | permission denied to create role",
            "create publication mine | permission denied for database",
            "select lo_create(0) | permission denied for function lo_create",
            "select lo_creat(-1) | permission denied for function lo_creat",
            "select lo_from_bytea(0, 'x') | permission denied for function lo_from_bytea",
            "select lo_import('/etc/hosts') | permission denied for function lo_import",
            "select lowrite(0, 'x') | permission denied for function lowrite",
            "select pg_logical_emit_message(false, 'x', repeat('x', 1000000)) | permission denied for function",
            "select pg_terminate_backend(pid) from pg_stat_activity | permission denied for function",
            "select pg_cancel_backend(pid) from pg_stat_activity | permission denied for function",
            "select drop_kappa_version('v1') | permission denied for function drop_kappa_version",
            "select pg_switch_wal() | permission denied for function pg_switch_wal",
            "select pg_stat_reset() | permission denied for function pg_stat_reset",
            "select pg_create_logical_replication_slot('x', 'test_decoding') | permission denied to use replication slots",
            "select pg_read_file('PG_VERSION') | permission denied for function pg_read_file",
            "copy (select 1) to '/tmp/x' | permission denied to COPY to a file",
            "copy (select 1) to program 'true' | permission denied to COPY to or from an external program",
            "select * from pg_authid | permission denied for table pg_authid",
            "checkpoint | permission denied to execute CHECKPOINT command",
            "alter system set max_connections = 1 | permission denied to set parameter",
            "set temp_file_limit = -1 | permission denied to set parameter",
            "alter role reader reset temp_file_limit | permission denied to set parameter",
            "alter role reader connection limit -1 | permission denied to alter role",
            "alter role reader superuser | permission denied to alter role",
            "grant batch_layer to reader | permission denied to grant role",
            "set role batch_layer | permission denied to set role",
            "set session authorization batch_layer | permission denied to set session authorization");

    private final Settings settings;
    private final List<Connection> sessions = new ArrayList<>();

    HostileReader(Settings settings) {
        this.settings = settings;
    }

    /** A session that has lifted every limit which its role may lift itself. */
    Connection session() throws SQLException {
        Connection session = Database.session(settings, Role.READER);
        sessions.add(session);
        try (Statement statement = session.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("set statement_timeout = 0");
            statement.execute("set lock_timeout = 0");
            statement.execute("set idle_in_transaction_session_timeout = 0");
        }
        return session;
    }

    /** Does something in a transaction, and leaves it open. */
    void hold(String... statements) throws SQLException {
        Connection session = session();
        session.setAutoCommit(false);
        session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = session.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What PostgreSQL says to a statement; empty if it does what the statement asks. */
    static String answer(Connection session, String sql) {
        try (Statement statement = session.createStatement()) {
            try {
                statement.execute(sql);
                return "";
            } catch (SQLException refused) {
                return refused.getMessage();
            } finally {
                statement.execute("rollback"); // of the statements that begin a transaction; else a warning
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection session : sessions) {
            session.close();
        }
    }
}
