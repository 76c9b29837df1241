package workshop.lab.commands;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import workshop.settings.WorkshopException;

class SparkPagesTest {
    @Test
    void pages_that_every_machine_could_see_are_not_served() {
        assertThatThrownBy(() -> SparkPages.requireLoopback(Map.of()))
                .isInstanceOf(WorkshopException.class)
                .hasMessageContaining("Spark's pages are not served.");
        assertThatCode(() -> SparkPages.requireLoopback(Map.of("SPARK_LOCAL_IP", "127.0.0.1")))
                .doesNotThrowAnyException();
    }
}
