package workshop.lab.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import workshop.lab.services.Home;
import workshop.lab.services.Services;

/**
 * A student who does what the guide says, in a folder that looks like the workshop's and with services of its own, so that
 * nothing in the repository or in a home that is there is touched.
 */
public final class GuideRun implements AutoCloseable {
    private static final Path ROOT = Home.root();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final List<String> LINKED = List.of("workshop", "datasets");

    private final Path folder;
    private final Map<String, String> environment;
    private final Map<Integer, Terminal> terminals = new HashMap<>();
    private final Map<Integer, Integer> read = new HashMap<>();
    private int files;

    private GuideRun(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** @param folder an empty one */
    public static GuideRun in(Path folder) throws IOException {
        for (String name : LINKED) {
            Files.createSymbolicLink(folder.resolve(name), ROOT.resolve(name));
        }
        Files.createDirectory(folder.resolve("output"));
        Files.writeString(ROOT.resolve("lab/target/built"), ""); // Maven has just built it: the script need not
        return new GuideRun(
                folder, Map.of("WORKSHOP_HOME", folder.resolve(".workshop").toString(), "WORKSHOP_NO_ARCHIVE", "1"));
    }

    public Ran run(Typed typed) throws IOException, InterruptedException {
        if (typed instanceof Interrupt interrupt) {
            return interrupt(interrupt);
        }
        Block block = (Block) typed;
        if (block.terminal() > 1) {
            return start(block);
        }
        return block.isRepeated() ? runUntilExpected(block) : runOnce(block);
    }

    private Ran runOnce(Block block) throws IOException, InterruptedException {
        Terminal terminal = open(block);
        int exitCode = terminal.end();
        return new Ran(block, terminal.text(), exitCode);
    }

    private Ran runUntilExpected(Block block) {
        Expectation expected = Expectation.of(block.expected());
        Ran[] last = new Ran[1];
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                last[0] = runOnce(block);
                return expected.isMetBy(last[0].output());
            });
        } catch (ConditionTimeoutException e) {
            // The last one tells what is wrong.
        }
        return last[0];
    }

    /** Where the guide says what appears, waits for it; without that, for the end: other terminals go on meanwhile. */
    private Ran start(Block block) throws IOException, InterruptedException {
        Terminal before = terminals.get(block.terminal());
        if (before != null && !before.endsSoon()) {
            throw new AssertionError("line " + block.line() + ": in terminal " + block.terminal()
                    + " something else still goes on; the guide must say Ctrl-C");
        }
        Terminal terminal = open(block);
        terminals.put(block.terminal(), terminal);
        if (block.expected() != null) {
            terminal.awaitText(Expectation.of(block.expected()));
        }
        String text = terminal.text();
        read.put(block.terminal(), text.length());
        return new Ran(block, text, null);
    }

    private Ran interrupt(Interrupt interrupt) throws IOException, InterruptedException {
        Terminal terminal = terminals.remove(interrupt.terminal());
        terminal.interrupt();
        return new Ran(interrupt, terminal.text().substring(read.get(interrupt.terminal())), null);
    }

    private Terminal open(Block block) throws IOException {
        Path output = folder.resolve("output").resolve(files++ + ".txt");
        return Terminal.open(block.commands(), block.needsEngine() ? ROOT : folder, environment, output);
    }

    @Override
    public void close() throws IOException {
        terminals.values().forEach(Terminal::close);
        Services.at(folder.resolve(".workshop")).down();
        for (String name : LINKED) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
