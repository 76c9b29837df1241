package workshop.producer.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workshop.producer.random.Randomness;

/**
 * The history and the events of the workshop, the same for the same seed. Another seed gives another dataset of the
 * same form, with the same flaws on other lines: one for each student.
 *
 * @param history the lines of {@code transactions.json}
 * @param events the lines of {@code events.json}
 */
public record WorkshopDataset(List<String> history, List<String> events) {
    /** The seed of the files in {@code datasets/}. */
    public static final String DEFAULT_SEED = "workshop";

    public WorkshopDataset {
        history = List.copyOf(history);
        events = List.copyOf(events);
    }

    public static WorkshopDataset of(String seed) {
        Randomness randomness = new Randomness(number(seed));
        ShopHistory history = ShopHistory.generate(randomness);
        return new WorkshopDataset(history.lines(), Events.generate(randomness, history.repeated()));
    }

    /** Writes both files into a folder, over what is there: {@code events.json}, and the history under this name. */
    public void writeTo(Path folder, String historyName) throws IOException {
        Files.createDirectories(folder);
        write(history, folder.resolve(historyName));
        write(events, folder.resolve("events.json"));
    }

    /** Arguments: the folder, and a seed if it is not to be the default. */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: WorkshopDataset FOLDER [SEED]");
            System.exit(2);
        }
        of(args.length == 2 ? args[1] : DEFAULT_SEED).writeTo(Path.of(args[0]), "transactions.json");
    }

    private static void write(List<String> lines, Path file) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", UTF_8);
    }

    /** FNV-1a, our own few lines: a name must mean the same dataset on every machine, for ever. */
    private static long number(String seed) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : seed.getBytes(UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return hash;
    }
}
