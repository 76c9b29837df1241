package workshop.lab.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A Markdown page as one HTML file for paper, or for a machine without a network: pictures and drawings are inside it, and
 * nothing in it is asked for elsewhere. It is well-formed XML too.
 */
public final class PrintedGuide {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private final Path page;
    private final Node document;
    private final Contents contents = new Contents();

    private PrintedGuide(Path page, Node document) {
        this.page = page;
        this.document = document;
    }

    public static String of(Path page) {
        try {
            Node document = Parser.builder().extensions(EXTENSIONS).build().parse(Files.readString(page));
            return new PrintedGuide(page, document).html();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html() throws IOException {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                contents.add(heading);
            }
        });
        String body = renderer().render(document);
        int first = body.indexOf("<h2");
        int below = first < 0 ? 0 : first;
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                + "<meta charset=\"utf-8\" />\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                + "<title>" + Xml.escape(contents.title()) + "</title>\n"
                + "<style>\n" + style() + "</style>\n</head>\n<body>\n"
                + body.substring(0, below) + contents.html() + body.substring(below)
                + "</body>\n</html>\n";
    }

    private HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.put("id", contents.anchor(heading));
                    }
                })
                .nodeRendererFactory(context -> new PrintedNodes(context, page))
                .build();
    }

    private static String style() throws IOException {
        try (InputStream in = PrintedGuide.class.getResourceAsStream("printed.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
