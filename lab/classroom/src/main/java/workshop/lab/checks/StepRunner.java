package workshop.lab.checks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import workshop.lab.guide.Block;
import workshop.lab.guide.Step;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

/**
 * Runs the commands of the guide that bring about the state that a later step begins with, as a student would type them.
 *
 * @param root the folder in which they are typed: the workshop's own
 * @param home that they are to use
 * @param isVerbose whether to show what they print, also if all is well
 * @param out where to tell of it
 */
public record StepRunner(Path root, Path home, boolean isVerbose, PrintStream out) {
    /** A block of commands and the step that it belongs to. */
    public record Command(int step, Block block) {}

    /** All that is typed before a step, of what later steps build upon. */
    public static List<Command> before(int step, List<Step> guide) {
        return guide.stream()
                .filter(one -> one.number() < step)
                .flatMap(one -> one.blocks().stream().map(block -> new Command(one.number(), block)))
                .filter(command -> command.block().isState()
                        && !command.block().needsEngine()
                        && command.block().reasonNotToRun() == null)
                .toList();
    }

    /** Brings an empty home into the state with which a step begins, and notes that it is so. */
    public void bringTo(int step, List<Step> guide) throws IOException, InterruptedException {
        note(null);
        run(before(step, guide));
        note(step);
    }

    private void note(Integer begun) {
        GuideProgress.of(home)
                .noteBegun(begun)
                .ifPresent(trouble -> out.println(trouble.threeLines(Runner.COMMAND_LINE)));
    }

    /** Runs them in order. */
    void run(List<Command> commands) throws IOException, InterruptedException {
        for (int i = 0; i < commands.size(); i++) {
            long start = System.nanoTime();
            run(commands.get(i));
            out.printf(
                    Locale.ROOT,
                    "  done, %d of %d, %.1f s%n",
                    i + 1,
                    commands.size(),
                    (System.nanoTime() - start) / 1e9);
            out.flush();
        }
    }

    private void run(Command command) throws IOException, InterruptedException {
        String text = command.block().commands().stripTrailing();
        out.println("$ " + text.replace("\n", "\n  "));
        out.flush();
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", text)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("WORKSHOP_HOME", home.toString());
        Process process = builder.start();
        String output;
        if (isVerbose) {
            process.getInputStream().transferTo(out);
            output = "";
        } else {
            output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        int exitCode = process.waitFor();
        if (exitCode != command.block().exitCode()) {
            out.print(output);
            out.flush();
            throw WorkshopException.failed(
                    "A command of step " + command.step() + " failed: "
                            + text.lines().findFirst().orElse("") + ".",
                    "It ended with the exit code " + exitCode + "; what it printed stands above.",
                    "./workshop doctor, then the same again");
        }
    }
}
