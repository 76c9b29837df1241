package workshop.lab.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/** Collects the steps while it walks through the page. */
final class StepReader extends AbstractVisitor {
    private static final Pattern STEP = Pattern.compile("Step ([0-9]+): (.+)");
    private static final Pattern NOT_RUN = Pattern.compile("<!-- not run: (.+?) -->", Pattern.DOTALL);
    private static final Pattern INTERRUPT = Pattern.compile("<!-- terminal ([0-9]+): Ctrl-C -->");
    private static final Pattern SHOT = Pattern.compile("<!-- picture: (\\S+) of (\\S+)(?: (.+?))? -->");
    private static final Pattern IMAGE = Pattern.compile("<img[^>]* src=\"([^\"]+)\"");

    private final Path file;
    private final List<Step> steps = new ArrayList<>();
    private Step step = new Step(0, "", new ArrayList<>(), new ArrayList<>());

    StepReader(Path file) {
        this.file = file;
        steps.add(step);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    @Override
    public void visit(Heading heading) {
        String text = Texts.of(heading);
        Matcher numbered = STEP.matcher(text);
        if (heading.getLevel() <= 3) {
            step = numbered.matches()
                    ? new Step(
                            Integer.parseInt(numbered.group(1)),
                            numbered.group(2),
                            new ArrayList<>(),
                            new ArrayList<>())
                    : new Step(0, text, new ArrayList<>(), new ArrayList<>());
            steps.add(step);
        }
    }

    @Override
    public void visit(FencedCodeBlock fence) {
        String[] words = fence.getInfo().strip().split("\\s+");
        if (words[0].equals("sh")) {
            step.actions().add(block(fence, words));
        } else if (fence.getInfo().strip().equals("text expect")) {
            expect(fence);
        } else if (words[0].matches("bash|shell|console|powershell")) {
            throw refusal(line(fence), "commands stand in a fence sh, so that they are run");
        }
    }

    private Block block(FencedCodeBlock fence, String[] words) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] parts = words[i].split("=", 2);
            if (!Block.ATTRIBUTES.contains(parts[0])) {
                throw refusal(line(fence), words[i] + " is none of " + Block.ATTRIBUTES);
            }
            attributes.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        Matcher reason = NOT_RUN.matcher(fence.getPrevious() instanceof HtmlBlock html ? html.getLiteral() : "");
        return new Block(line(fence), fence.getLiteral(), attributes, null, reason.find() ? reason.group(1) : null);
    }

    /** Of the last action above it in its step; a picture is none of which it could speak. */
    private void expect(FencedCodeBlock fence) {
        List<Action> actions = step.actions();
        for (int i = actions.size() - 1; i >= 0; i--) {
            if (actions.get(i) instanceof Typed typed) {
                if (typed.expected() != null) {
                    throw refusal(line(fence), "the block of commands above it has its output already");
                }
                actions.set(i, typed.expecting(fence.getLiteral()));
                return;
            }
        }
        throw refusal(line(fence), "no block of commands stands above it");
    }

    @Override
    public void visit(HtmlBlock html) {
        Matcher interrupt = INTERRUPT.matcher(html.getLiteral());
        while (interrupt.find()) {
            step.actions().add(new Interrupt(line(html), Integer.parseInt(interrupt.group(1)), null));
        }
        Matcher shot = SHOT.matcher(html.getLiteral());
        while (shot.find()) {
            if (!Shot.PAGES.contains(shot.group(2))) {
                throw refusal(line(html), shot.group(2) + " is none of " + Shot.PAGES);
            }
            step.actions().add(new Shot(line(html), shot.group(1), shot.group(2), shot.group(3)));
        }
        Matcher image = IMAGE.matcher(html.getLiteral());
        while (image.find()) {
            step.pictures().add(image.group(1));
        }
    }

    @Override
    public void visit(Image image) {
        step.pictures().add(image.getDestination());
    }

    private IllegalStateException refusal(int line, String why) {
        return new IllegalStateException(file.getFileName() + ", line " + line + ": " + why);
    }

    private static int line(Node node) {
        return node.getSourceSpans().get(0).getLineIndex() + 1;
    }
}
