package workshop.lab;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;

/**
 * Lines that are unkind to whoever counts them: ids that come again with the same or another content, refunds, amounts
 * above ten thousand, times of long ago, records that break the contract.
 */
final class RandomLines {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Random random;
    private final int ids;

    /** @param ids how many there are to choose from: the fewer, the more duplicates */
    RandomLines(long seed, int ids) {
        this.random = new Random(seed);
        this.ids = ids;
    }

    String[] next(int count) {
        String[] lines = new String[count];
        for (int i = 0; i < count; i++) {
            lines[i] = next();
        }
        return lines;
    }

    private String next() {
        if (random.nextInt(100) == 0) {
            return random.nextBoolean() ? "{\"customer\": \"c1\", \"amount\": 1.005}" : "not JSON " + random.nextInt();
        }
        int id = random.nextInt(ids);
        // The content follows from the id, mostly: then a second record is a mere repetition.
        Random content = random.nextInt(10) == 0 ? random : new Random(id);
        BigDecimal amount = BigDecimal.valueOf(content.nextInt(2_000_000) - 300_000, 2);
        StringBuilder line = new StringBuilder("{\"customer\": \"c").append(content.nextInt(300));
        line.append("\", \"amount\": ").append(amount);
        if (random.nextInt(4) > 0) {
            line.append(", \"transaction_id\": \"t").append(id).append('"');
        }
        if (content.nextInt(3) > 0) {
            Instant happened = NOW.minusSeconds(content.nextInt(40 * 24 * 3600));
            line.append(", \"timestamp\": \"").append(happened).append('"');
        }
        return line.append('}').toString();
    }
}
