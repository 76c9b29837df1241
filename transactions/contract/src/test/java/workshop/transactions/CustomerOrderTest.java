package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomerOrderTest {
    private static final List<String> PARTS =
            List.of("", "A", "a", "b", "\u00e9", "\ud7ff", "\ue000", "\uffee", "\ud83d\ude00", "\udbff\udffd");

    @Test
    void is_that_of_the_bytes_in_utf8_as_postgresqls_collation_c() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            String one = name(random);
            String other = name(random);
            int byBytes = Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(CustomerOrder.BY_CODE_POINT.compare(one, other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(Integer.signum(byBytes));
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            name.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return name.toString();
    }
}
