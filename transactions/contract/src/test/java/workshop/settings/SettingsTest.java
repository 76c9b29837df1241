package workshop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void a_variable_overrides_a_default_and_nothing_else() {
        Settings settings = Settings.of(
                Map.of("WORKSHOP_KAFKA", "one:9092,two:9092", "WORKSHOP_POSTGRES", "db:5432/money", "KAFKA_PORT", "7"));

        assertThat(settings.kafka()).isEqualTo("one:9092,two:9092");
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/money");
        assertThat(settings.postgresServer()).isEqualTo("db:5432");
        assertThat(settings.database()).isEqualTo("money");
        assertThat(settings.topic()).isEqualTo("transactions");
        assertThat(settings.deadLetterTopic()).isEqualTo("transactions.dlq");
    }

    @Test
    void the_pages_have_the_ports_that_the_guide_names_unless_a_variable_says_otherwise() {
        Settings defaults = Settings.of(Map.of());
        Settings own = Settings.of(Map.of("WORKSHOP_DASHBOARD_PORT", "0", "WORKSHOP_SPARK_UI_PORT", "65535"));

        assertThat(defaults.dashboardPort()).isEqualTo(8080);
        assertThat(defaults.sparkUiPort()).isEqualTo(4040);
        assertThat(own.dashboardPort()).isZero();
        assertThat(own.sparkUiPort()).isEqualTo(65_535);
    }

    @Test
    void the_page_has_no_other_names_unless_a_variable_names_some() {
        assertThat(Settings.of(Map.of()).dashboardHosts()).isEmpty();
        assertThat(Settings.of(Map.of("WORKSHOP_DASHBOARD_HOSTS", "page.example,10.0.0.5,[fe80::1]"))
                        .dashboardHosts())
                .containsExactlyInAnyOrder("page.example", "10.0.0.5", "[fe80::1]");
        assertThat(Settings.of(Map.of()).dashboardStreams()).isEqualTo(300);
    }

    @Test
    void the_variables_of_the_script_are_let_through() {
        assertThat(Settings.of(Map.of("WORKSHOP_JAVA_OPTIONS", "-Xmx1g", "WORKSHOP_NO_ARCHIVE", "1"))
                        .lake())
                .isEqualTo(".workshop/lake");
    }

    @Test
    void a_slip_in_the_name_of_a_variable_is_wrong_usage() {
        assertThatThrownBy(() -> Settings.of(Map.of("WORKSHOP_KAFKKA", "one:9092")))
                .isInstanceOfSatisfying(WorkshopException.class, e -> {
                    assertThat(e.what()).isEqualTo("The environment variable WORKSHOP_KAFKKA is not known.");
                    assertThat(e.why()).contains("WORKSHOP_KAFKA", "WORKSHOP_LAKE");
                    assertThat(e.next(Runner.COMMAND_LINE)).isEqualTo("correct its name, or unset WORKSHOP_KAFKKA");
                    assertThat(e.exitCode()).isEqualTo(WorkshopException.USAGE);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "WORKSHOP_KAFKA, localhost, 'host:port, several separated by commas'",
        "WORKSHOP_KAFKA, '', 'host:port, several separated by commas'",
        "WORKSHOP_TOPIC, a topic, 'letters, digits, dots, underscores and dashes'",
        "WORKSHOP_POSTGRES, jdbc:postgresql://db:5432/x, host:port/database",
        "WORKSHOP_POSTGRES, db:5432, host:port/database",
        "WORKSHOP_CURRENCY, euro, 'three capital letters, as EUR'",
        "WORKSHOP_LAKE, ' ', a path or a URI",
        "WORKSHOP_DASHBOARD_PORT, 65536, 'a port from 1 to 65535, or 0 for a free one'",
        "WORKSHOP_DASHBOARD_PORT, '', 'a port from 1 to 65535, or 0 for a free one'",
        "WORKSHOP_DASHBOARD_HOSTS, page.example:8080, 'names of hosts without ports, separated by commas, or nothing'",
        "WORKSHOP_DASHBOARD_HOSTS, 'a, b', 'names of hosts without ports, separated by commas, or nothing'",
        "WORKSHOP_DASHBOARD_STREAMS, 0, a number from 1 to 1000",
        "WORKSHOP_DASHBOARD_STREAMS, 1001, a number from 1 to 1000",
        "WORKSHOP_SPARK_UI_PORT, 4040a, 'a port from 1 to 65535, or 0 for a free one'"
    })
    void a_value_that_cannot_be_is_wrong_usage(String variable, String value, String words) {
        assertThatThrownBy(() -> Settings.of(Map.of(variable, value)))
                .isInstanceOfSatisfying(WorkshopException.class, e -> {
                    assertThat(e.what()).contains("has the value \"" + value + "\"");
                    assertThat(e.why()).isEqualTo("It must be " + words + ".");
                    assertThat(e.next(Runner.COMMAND_LINE)).isEqualTo("correct the environment variable " + variable);
                    assertThat(e.exitCode()).isEqualTo(WorkshopException.USAGE);
                });
    }
}
