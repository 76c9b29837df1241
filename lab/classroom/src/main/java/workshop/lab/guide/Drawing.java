package workshop.lab.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.parser.Parser;

/**
 * A block {@code mermaid} of a page: GitHub draws it where it stands, and images/drawing-NAME.svg holds it for everywhere
 * else.
 *
 * @param name from a comment {@code <!-- drawing: NAME -->} before it, else of the page and its number there
 * @param source what Mermaid draws
 */
public record Drawing(String name, String source) {
    private static final Pattern NAME = Pattern.compile("<!-- drawing: (\\S+) -->");
    private static final Pattern TITLE = Pattern.compile("(?m)^\\s*acc(?:Title|Descr):\\s*(.+?)\\s*$");

    /** Those of a page, in its order. */
    public static List<Drawing> of(Path page) {
        String prefix = page.getFileName().toString().replaceFirst("\\.md$", "").toLowerCase(Locale.ROOT);
        List<Drawing> drawings = new ArrayList<>();
        try {
            Parser.builder().build().parse(Files.readString(page)).accept(new AbstractVisitor() {
                @Override
                public void visit(FencedCodeBlock fence) {
                    if (isDrawing(fence)) {
                        drawings.add(of(fence, prefix + "-" + (drawings.size() + 1)));
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawings;
    }

    static boolean isDrawing(FencedCodeBlock fence) {
        return fence.getInfo().strip().equals("mermaid");
    }

    static Drawing of(FencedCodeBlock fence, String otherwise) {
        Matcher named = NAME.matcher(fence.getPrevious() instanceof HtmlBlock html ? html.getLiteral() : "");
        return new Drawing(named.find() ? named.group(1) : otherwise, fence.getLiteral());
    }

    /** In images/. */
    public String fileName() {
        return "drawing-" + name + ".svg";
    }

    /** For who cannot see it: what its source says of itself by accTitle and accDescr. */
    String words() {
        StringBuilder words = new StringBuilder();
        Matcher said = TITLE.matcher(source);
        while (said.find()) {
            words.append(words.isEmpty() ? "" : ". ").append(said.group(1));
        }
        return words.isEmpty() ? "Drawing " + name : words.toString();
    }
}
