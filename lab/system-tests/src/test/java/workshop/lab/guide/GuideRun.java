package workshop.lab.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import workshop.lab.Script;
import workshop.lab.services.Home;
import workshop.lab.services.Services;

/**
 * A student who does what the guide says, in a folder that looks like the workshop's, with services and ports of its own, so
 * that nothing in the repository or in a home that is there is touched, and nobody's port is asked for. The commands run on
 * the Java that the test runs on.
 */
public final class GuideRun implements AutoCloseable {
    private static final Path ROOT = Home.root();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final List<String> LINKED = List.of("workshop", "datasets");

    private final Path folder;
    private final OwnPorts ports = OwnPorts.choose();
    private final Map<Integer, GuideTerminal> terminals = new HashMap<>();
    private final Map<Integer, Integer> read = new HashMap<>();
    private int files;

    private GuideRun(Path folder) {
        this.folder = folder;
    }

    /** @param folder an empty one */
    public static GuideRun in(Path folder) throws IOException {
        for (String name : LINKED) {
            Files.createSymbolicLink(folder.resolve(name), ROOT.resolve(name));
        }
        Files.createDirectory(folder.resolve("output"));
        Script.prepare();
        return new GuideRun(folder);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(ports.environment());
        environment.put("WORKSHOP_HOME", folder.resolve(".workshop").toString());
        environment.put("WORKSHOP_NO_ARCHIVE", "1");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("COMPOSE_PROJECT_NAME", "lambda-workshop-test"); // or the guide would empty a person's volumes
        return environment;
    }

    /** A text in which this run is spoken of as the guide speaks, with the addresses that a browser finds. */
    public String withOwnPorts(String text) {
        return ports.own(text);
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
        GuideTerminal terminal = open(block);
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
        GuideTerminal before = terminals.get(block.terminal());
        if (before != null && !before.endsSoon()) {
            throw new AssertionError("line " + block.line() + ": in terminal " + block.terminal()
                    + " something else still goes on; the guide must say Ctrl-C");
        }
        GuideTerminal terminal = open(block);
        terminals.put(block.terminal(), terminal);
        if (block.expected() != null) {
            terminal.awaitText(Expectation.of(block.expected()));
        }
        String text = terminal.text();
        read.put(block.terminal(), text.length());
        return new Ran(block, text, null);
    }

    private Ran interrupt(Interrupt interrupt) throws IOException, InterruptedException {
        GuideTerminal terminal = terminals.remove(interrupt.terminal());
        terminal.interrupt();
        return new Ran(interrupt, terminal.text().substring(read.get(interrupt.terminal())), null);
    }

    private GuideTerminal open(Block block) throws IOException {
        Path output = folder.resolve("output").resolve(files++ + ".txt");
        return block.needsEngine()
                ? GuideTerminal.open(block.commands(), ROOT, environment(), output, text -> text)
                : GuideTerminal.open(ports.own(block.commands()), folder, environment(), output, ports::told);
    }

    @Override
    public void close() throws IOException {
        terminals.values().forEach(GuideTerminal::close);
        Services.at(folder.resolve(".workshop")).down();
        for (String name : LINKED) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
