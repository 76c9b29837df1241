package workshop.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryGaugeTest {
    private static final String MEMINFO = """
            MemTotal:        8000000 kB
            MemFree:          500000 kB
            MemAvailable:    5000000 kB
            """;

    @Test
    void linux_counts_what_caches_would_give_back() {
        assertThat(MemoryGauge.linux(MEMINFO, "", 8_192_000_000L, 512_000_000L))
                .isEqualTo(new Memory(8_192_000_000L, 5_120_000_000L, false));
    }

    @Test
    void a_container_has_its_limit_and_its_own_caches() {
        String statistics = "anon 1\nactive_file 5\ninactive_file 300000000\n";

        assertThat(MemoryGauge.linux(MEMINFO, statistics, 2_000_000_000L, 900_000_000L))
                .isEqualTo(new Memory(2_000_000_000L, 1_200_000_000L, true));
    }

    @Test
    void a_container_on_a_full_machine_has_no_more_than_the_machine() {
        assertThat(MemoryGauge.linux(
                        "MemTotal: 8000000 kB\nMemAvailable: 100000 kB\n", "", 2_000_000_000L, 1_900_000_000L))
                .isEqualTo(new Memory(2_000_000_000L, 102_400_000L, true));
    }

    @Test
    void macOS_counts_pages() {
        String pages = """
                Mach Virtual Memory Statistics: (page size of 16384 bytes)
                Pages free:                               10000.
                Pages active:                            200000.
                Pages inactive:                           90000.
                Pages speculative:                         1000.
                Pages throttled:                              0.
                Pages purgeable:                           2000.
                """;

        assertThat(MemoryGauge.mac(pages)).isEqualTo(103_000L * 16_384);
    }
}
