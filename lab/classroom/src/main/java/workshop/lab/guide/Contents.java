package workshop.lab.guide;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;

/** The headings of a page: their anchors, as GitHub names them, and a table of contents. */
final class Contents {
    private final IdGenerator ids = IdGenerator.builder().build();
    private final IdentityHashMap<Heading, String> anchors = new IdentityHashMap<>();
    private final List<Heading> headings = new ArrayList<>();

    void add(Heading heading) {
        headings.add(heading);
        anchors.put(heading, ids.generateId(Texts.of(heading)));
    }

    String anchor(Heading heading) {
        return anchors.get(heading);
    }

    String title() {
        return headings.isEmpty() ? "" : Texts.of(headings.get(0));
    }

    /** Of the second and third level. */
    String html() {
        StringBuilder html = new StringBuilder("<nav>\n<p>Contents</p>\n<ol>\n");
        for (Heading heading : headings) {
            if (heading.getLevel() == 2 || heading.getLevel() == 3) {
                html.append("<li class=\"level-").append(heading.getLevel()).append("\"><a href=\"#");
                html.append(anchor(heading)).append("\">");
                html.append(Xml.escape(Texts.of(heading))).append("</a></li>\n");
            }
        }
        return html.append("</ol>\n</nav>\n").toString();
    }
}
