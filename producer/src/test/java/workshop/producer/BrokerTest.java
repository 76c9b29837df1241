package workshop.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** What can be said without a broker; the integration tests with a real one are in lab. */
class BrokerTest {
    @Test
    void if_nothing_listens_it_says_so_and_how_to_start_it() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        WorkshopException refusal = connect("127.0.0.1:" + port);
        assertThat(refusal.threeLines(Runner.COMMAND_LINE))
                .startsWith("error: Kafka does not answer at 127.0.0.1:" + port + ".\n  why: Nothing listens there:")
                .endsWith("next: ./workshop up");
        assertThat(refusal.exitCode()).isEqualTo(WorkshopException.FAILED);
    }

    @Test
    void a_port_that_cannot_be_is_no_stack_trace() {
        assertThat(connect("127.0.0.1:99999").what()).isEqualTo("Kafka does not answer at 127.0.0.1:99999.");
    }

    private static WorkshopException connect(String servers) {
        Settings settings = Settings.of(Map.of()).with("kafka", servers);
        return catchThrowableOfType(WorkshopException.class, () -> TransactionProducer.connect(settings));
    }
}
