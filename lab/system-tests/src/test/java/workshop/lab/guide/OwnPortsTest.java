package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import workshop.settings.Settings;

class OwnPortsTest {
    private final OwnPorts ports = new OwnPorts(32_001, 32_002);

    @Test
    void commands_go_to_the_ports_of_the_run_and_what_appears_names_those_of_the_guide() {
        String guide = "curl http://127.0.0.1:8080/health; curl http://127.0.0.1:4040; psql -h 127.0.0.1:80801 :8080";

        String own = ports.own(guide);

        assertThat(own)
                .isEqualTo(
                        "curl http://127.0.0.1:32001/health; curl http://127.0.0.1:32002; psql -h 127.0.0.1:80801 :8080");
        assertThat(ports.told(own)).isEqualTo(guide);
    }

    @Test
    void the_commands_are_told_the_ports_by_settings() {
        Settings settings = Settings.of(ports.environment());

        assertThat(settings.dashboardPort()).isEqualTo(32_001);
        assertThat(settings.sparkUiPort()).isEqualTo(32_002);
    }

    @Test
    void the_ports_that_are_chosen_are_two_and_none_of_the_guide() {
        OwnPorts chosen = OwnPorts.choose();
        Settings told = Settings.of(Map.of());

        assertThat(chosen.page()).isNotEqualTo(chosen.spark()).isNotEqualTo(told.dashboardPort());
        assertThat(chosen.spark()).isNotEqualTo(told.sparkUiPort());
    }
}
