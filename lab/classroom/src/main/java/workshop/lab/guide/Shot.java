package workshop.lab.guide;

import java.util.List;

/**
 * A picture of what a browser shows at this moment: a comment {@code <!-- picture: NAME of dashboard -->}, which makes
 * images/NAME.png. With {@code dashboard #customers} it shows that part of the page alone.
 *
 * @param page one of {@link #PAGES}
 * @param part a CSS selector; null for the whole page
 */
public record Shot(int line, String name, String page, String part) implements Action {
    static final List<String> PAGES = List.of("dashboard", "spark");
}
