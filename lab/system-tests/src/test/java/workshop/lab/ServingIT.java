package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.handoff.Connections;
import workshop.settings.Role;

/** Views, roles and plans. */
class ServingIT {
    private static Workbench bench;

    @BeforeAll
    static void start() throws Exception {
        bench = Workbench.startAlone();
        // A million customers on both sides of the merge; epoch 1 is published, epochs 2 and 3 are the speed layer's.
        bench.execute("insert into epochs (epoch, declared_at, published_at) values (1, now(), now())");
        bench.execute("update hand_off set open_epoch = 2, published_epoch = 1");
        bench.execute("insert into batch_totals select 'customer-' || n, n, 3 from generate_series(1, 1000000) n");
        bench.execute("insert into speed_totals select 'customer-' || n, e, c, 0.25, 1"
                + " from generate_series(1, 1000000) n, (values (1, 1), (2, 2), (2, 1)) epochs (e, c)");
        bench.execute("insert into retired_speed_totals values ('customer-7', 1, 100, 1), ('customer-7', 2, 1000, 1)");
        bench.execute("analyze");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "customer_totals,          7.00|0.50|7.50|5",
        "customer_totals_naive,    7.00|1100.75|1107.75|8",
        "customer_totals_by_clock, 7.00|1000.25|1007.25|5"
    })
    void each_merge_adds_what_its_rule_says(String view, String row) {
        assertThat(bench.ask(
                        Role.READER,
                        "select batch_total || '|' || speed_total || '|' || total || '|' || transactions from " + view
                                + " where customer = 'customer-7'"))
                .isEqualTo(row);
    }

    @Test
    void work_is_done_again_however_many_connections_of_the_pool_were_lost() throws Exception {
        List<Connection> pooled = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pooled.add(Connections.pool(bench.settings(), Role.SPEED_LAYER).getConnection());
        }
        bench.execute("grant execute on function pg_terminate_backend(integer, bigint) to speed_layer");
        assertThat(bench.ask(
                        Role.SPEED_LAYER,
                        "select bool_and(pg_terminate_backend(pid, 180000)) from pg_stat_activity"
                                + " where usename = current_user and pid <> pg_backend_pid()"))
                .as("PostgreSQL has ended all of them, which it does a moment after it is asked to")
                .isEqualTo("t");
        for (Connection lost : pooled) {
            lost.close(); // back into the pool, which does not look at one that was in use a moment ago
        }

        String answer = Connections.withRetry(bench.settings(), Role.SPEED_LAYER, connection -> {
            try (ResultSet row = connection.createStatement().executeQuery("select 'done'")) {
                row.next();
                return row.getString(1);
            }
        });

        assertThat(answer).isEqualTo("done");
    }

    @Test
    void a_point_lookup_among_a_million_customers_touches_a_handful_of_pages() {
        String plan = bench.ask("explain (analyze, buffers, format json) select * from customer_totals"
                + " where customer = 'customer-4711'");

        Matcher hit = Pattern.compile("\"Shared Hit Blocks\": (\\d+)").matcher(plan);
        Matcher read = Pattern.compile("\"Shared Read Blocks\": (\\d+)").matcher(plan);
        assertThat(hit.find() && read.find()).isTrue();
        assertThat(Integer.parseInt(hit.group(1)) + Integer.parseInt(read.group(1)))
                .isLessThan(20);
        assertThat(plan).contains("batch_totals_pkey", "speed_totals_pkey");
    }

    @ParameterizedTest
    @CsvSource({
        "READER, select * from batch_totals",
        "READER, select * from speed_totals",
        "READER, select * from hand_off",
        "READER, create table x (y int)",
        "SPEED_LAYER, select * from batch_totals",
        "SPEED_LAYER, delete from speed_totals",
        "SPEED_LAYER, update hand_off set published_epoch = 0",
        "SPEED_LAYER, insert into epochs values (9)",
        "BATCH_LAYER, insert into speed_totals values ('x'; 1; 1; 1; 1)",
        "BATCH_LAYER, update speed_progress set next_offset = 0",
        "BATCH_LAYER, create table x (y int)",
        "BATCH_LAYER, delete from cuts"
    })
    void a_role_can_do_no_more_than_its_layer_does(Role role, String sql) {
        assertThatThrownBy(() -> bench.ask(role, sql.replace(';', ','))).hasMessageContaining("permission denied");
    }

    @Test
    void the_reader_may_select_from_views_and_do_nothing_else() {
        assertThat(bench.ask("select count(*) from information_schema.role_table_grants where grantee = 'reader'"
                        + " and privilege_type <> 'SELECT'"))
                .isEqualTo("0");
        assertThat(bench.ask("select string_agg(distinct table_type, ',') from information_schema.role_table_grants"
                        + " join information_schema.tables using (table_schema, table_name) where grantee = 'reader'"))
                .isEqualTo("VIEW");
    }

    @Test
    void migrating_again_changes_nothing() {
        assertThat(workshop.serving.Migrations.migrate(bench.settings())).isZero();
    }

    @Test
    void csv_has_the_fixed_header_and_two_decimals() {
        Workbench.Outcome outcome = bench.cli("query", "--customer", "customer-7", "--format", "csv");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .isEqualTo("customer,batch_total,speed_total,total,transactions\ncustomer-7,7.00,0.50,7.50,5\n");
    }

    @Test
    void json_has_the_same_names_and_exact_numbers() {
        Workbench.Outcome outcome = bench.cli("query", "--customer", "customer-7", "--format", "json");

        assertThat(outcome.out().replaceAll("\\s", ""))
                .isEqualTo("[{\"customer\":\"customer-7\",\"batch_total\":7.00,\"speed_total\":0.50,"
                        + "\"total\":7.50,\"transactions\":5}]");
    }

    @Test
    void an_unknown_customer_gets_an_answer_that_says_so() {
        Workbench.Outcome outcome = bench.cli("query", "--customer", "ali'; drop table hand_off; --");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("error: No customer \"ali'; drop table hand_off; --\" is in customer_totals.");
    }

    @Test
    void sql_runs_as_the_reader_and_explains_a_refusal() {
        Workbench.Outcome counted = bench.cli("sql", "select count(*) as customers from customer_totals");
        assertThat(counted.out()).contains("customers", "1000000", "(1 row)");

        Workbench.Outcome refused = bench.cli("sql", "delete from batch_totals");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines().toList())
                .isEqualTo(List.of(
                        "error: PostgreSQL refuses the statement.",
                        "  why: ERROR: cannot execute DELETE in a read-only transaction",
                        " next: ./workshop sql --help, for what the reader may see"));
    }

    private static List<String> refusal(String statement) {
        Workbench.Outcome outcome = bench.cli("sql", statement);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        return outcome.err().lines().toList();
    }

    @Test
    void a_value_in_double_quotes_is_told_from_a_name() {
        String select = "select total from customer_totals where customer ";

        assertThat(refusal(select + "= \"Ali\""))
                .isEqualTo(List.of(
                        "error: PostgreSQL takes Ali for the name of a column, and there is none.",
                        "  why: In SQL a value stands in single quotes: 'Ali'. Double quotes are for names.",
                        " next: ./workshop sql --home " + bench.home() + " \"" + select + "= 'Ali'\""));
        assertThat(refusal(select + "in (\"customer-7\")"))
                .last()
                .asString()
                .endsWith(" \"" + select + "in ('customer-7')\"");
    }

    @Test
    void a_value_whose_quotes_the_shell_has_taken_gets_them_back() {
        String select = "select total from customer_totals where customer ";

        assertThat(refusal(select + "= Ali"))
                .isEqualTo(List.of(
                        "error: PostgreSQL takes Ali for the name of a column, and there is none.",
                        "  why: In SQL a value stands in single quotes: 'Ali'. It came without quotes: the shell keeps"
                                + " them only inside other ones.",
                        " next: ./workshop sql --home " + bench.home() + " \"" + select + "= 'Ali'\""));
    }

    @Test
    void a_misspelled_column_is_left_to_PostgreSQL_which_knows_the_others() {
        assertThat(refusal("select totl from customer_totals where total > 5"))
                .startsWith("error: PostgreSQL refuses the statement.")
                .anyMatch(line -> line.contains("column \"totl\" does not exist"));
    }

    @Test
    void a_second_statement_is_refused_and_not_dropped() {
        assertThat(refusal("select 1 as one; select 2 as two"))
                .isEqualTo(List.of(
                        "error: These are several statements, and one is run at a time.",
                        "  why: A ; ends a statement, and more stands behind it. No result of them is shown.",
                        " next: ./workshop sql --home " + bench.home() + " STATEMENT, for each of them"));
        assertThat(bench.cli("sql", "select 1 as one;").out()).contains("(1 row)");
    }
}
