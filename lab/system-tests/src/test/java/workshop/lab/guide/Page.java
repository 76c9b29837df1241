package workshop.lab.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/** A Markdown page, taken apart. */
final class Page extends AbstractVisitor {
    private static final Pattern REGION = Pattern.compile("<!-- region: (\\S+) -->");
    private static final Pattern HTML_LINK = Pattern.compile("(?:href|src|srcset)=\"([^\"]+)\"");

    private final List<Excerpt> excerpts = new ArrayList<>();
    private final List<String> codeWithoutSource = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> picturesWithoutWords = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private final IdGenerator ids = IdGenerator.builder().build();

    static Page read(Path file) throws IOException {
        Page page = new Page();
        Parser.builder().build().parse(Files.readString(file)).accept(page);
        return page;
    }

    @Override
    public void visit(FencedCodeBlock block) {
        Matcher region = REGION.matcher(block.getPrevious() instanceof HtmlBlock html ? html.getLiteral() : "");
        if (region.find()) {
            excerpts.add(new Excerpt(region.group(1), block.getLiteral()));
        } else if (block.getInfo().matches("java|sql")) {
            codeWithoutSource.add(block.getLiteral());
        }
    }

    @Override
    public void visit(Heading heading) {
        anchors.add(ids.generateId(Texts.of(heading)));
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        links.add(link.getDestination());
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        links.add(image.getDestination());
        if (Texts.of(image).isBlank()) {
            picturesWithoutWords.add(image.getDestination());
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        html(html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        html(html.getLiteral());
    }

    private void html(String text) {
        Matcher link = HTML_LINK.matcher(text);
        while (link.find()) {
            links.add(link.group(1));
        }
    }

    List<Excerpt> excerpts() {
        return excerpts;
    }

    /** Blocks of Java and SQL that do not say which file they are from. */
    List<String> codeWithoutSource() {
        return codeWithoutSource;
    }

    /** Of links and pictures, as they stand there. */
    List<String> links() {
        return links;
    }

    List<String> picturesWithoutWords() {
        return picturesWithoutWords;
    }

    /** What a link to a heading of this page ends with. */
    Set<String> anchors() {
        return anchors;
    }
}
