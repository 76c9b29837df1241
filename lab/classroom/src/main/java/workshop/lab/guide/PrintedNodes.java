package workshop.lab.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** What stands otherwise on paper than on a screen with a network: pictures, drawings, links to files, folded parts. */
final class PrintedNodes implements NodeRenderer {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->\\s*", Pattern.DOTALL);
    private static final Pattern SOURCE = Pattern.compile("(<img\\b[^>]*?\\ssrc=\")([^\"]+)(\")");
    private static final Pattern UNCLOSED = Pattern.compile("<(img|br|hr)\\b([^>]*?)\\s*/?>");
    private static final Pattern HTML_LINK =
            Pattern.compile("<a href=\"(?!https?://|#)[^\"]*\">(.*?)</a>", Pattern.DOTALL);

    /** Lines of a block that is better divided than moved to the next sheet as a whole. */
    private static final int LONG = 24;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Path page;
    private int drawings;

    PrintedNodes(HtmlNodeRendererContext context, Path page) {
        this.context = context;
        this.html = context.getWriter();
        this.page = page;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, HtmlBlock.class, HtmlInline.class, Image.class, Link.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FencedCodeBlock fence) {
            if (!Drawing.isDrawing(fence) || !draw(fence)) {
                code(fence);
            }
        } else if (node instanceof Image image) {
            picture(page.resolveSibling(image.getDestination()), Texts.of(image));
        } else if (node instanceof Link link) {
            link(link);
        } else if (node instanceof HtmlBlock block) {
            html.line();
            html.raw(raw(block.getLiteral()));
            html.line();
        } else if (node instanceof HtmlInline inline) {
            html.raw(raw(inline.getLiteral()));
        }
    }

    /** Where it is not drawn yet, its source is better than nothing. */
    private boolean draw(FencedCodeBlock fence) {
        String name = page.getFileName().toString().replaceFirst("\\.md$", "").toLowerCase(Locale.ROOT);
        Drawing drawing = Drawing.of(fence, name + "-" + ++drawings);
        Path file = page.resolveSibling("images").resolve(drawing.fileName());
        if (!Files.exists(file)) {
            return false;
        }
        html.line();
        html.tag("figure");
        picture(file, drawing.words());
        html.tag("/figure");
        html.line();
        return true;
    }

    private void code(FencedCodeBlock fence) {
        String info = fence.getInfo().strip();
        html.line();
        String kind = info.startsWith("text") ? "output" : "input";
        boolean isLong = fence.getLiteral().lines().count() > LONG;
        html.tag("pre", Map.of("class", isLong ? kind + " long" : kind));
        html.tag("code");
        html.text(fence.getLiteral().stripTrailing());
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    private void picture(Path file, String words) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", DataUri.of(file));
        attributes.put("alt", words);
        html.tag("img", attributes, true);
    }

    /** On paper a link to a file of the repository leads nowhere: its name is what helps. */
    private void link(Link link) {
        String to = link.getDestination();
        boolean leads = to.startsWith("#") || to.matches("https?://.*");
        html.tag(leads ? "a" : "span", leads ? Map.of("href", to) : Map.of());
        for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag(leads ? "/a" : "/span");
        if (!leads && !to.startsWith(Texts.of(link))) {
            html.tag("span", Map.of("class", "path"));
            html.text(" (" + to + ")");
            html.tag("/span");
        }
    }

    /** As XML, without comments, all of it unfolded. */
    private String raw(String literal) {
        String text = COMMENT.matcher(literal).replaceAll("");
        text = text.replaceAll("<details(?: open)?>", "<details open=\"open\">");
        text = SOURCE.matcher(text)
                .replaceAll(image -> Matcher.quoteReplacement(
                        image.group(1) + DataUri.of(page.resolveSibling(image.group(2))) + image.group(3)));
        text = HTML_LINK.matcher(text).replaceAll("$1");
        return UNCLOSED.matcher(text).replaceAll("<$1$2 />");
    }
}
