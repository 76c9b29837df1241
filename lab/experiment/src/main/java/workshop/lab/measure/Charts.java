package workshop.lab.measure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/** All panels on one sheet, two a row, with a heading and the legend above. */
final class Charts {
    private static final int PANEL_WIDTH = 560;
    private static final int PANEL_HEIGHT = 320;
    private static final int A_ROW = 2;
    private static final int HEADING = 84;
    private static final int MARGIN = 24;
    private static final int SQUARE = 14;

    private final Measured measured;
    private final List<Panel> panels;

    Charts(Measured measured) {
        this.measured = measured;
        this.panels = new Panels(measured).all();
    }

    int width() {
        return A_ROW * PANEL_WIDTH;
    }

    int height() {
        return HEADING + (panels.size() + A_ROW - 1) / A_ROW * PANEL_HEIGHT;
    }

    void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width(), height());
        heading(graphics);
        legend(graphics);
        AffineTransform sheet = graphics.getTransform();
        for (int i = 0; i < panels.size(); i++) {
            graphics.translate(i % A_ROW * PANEL_WIDTH, HEADING + i / A_ROW * PANEL_HEIGHT);
            panels.get(i).chart(PANEL_WIDTH, PANEL_HEIGHT).paint(graphics, PANEL_WIDTH, PANEL_HEIGHT);
            graphics.setTransform(sheet);
        }
    }

    private void heading(Graphics2D graphics) {
        graphics.setColor(Panel.TEXT);
        graphics.setFont(Panel.font(Font.BOLD, 20));
        graphics.drawString("Lambda and Kappa on the same input", MARGIN, 34);
        graphics.setFont(Panel.font(Font.PLAIN, 13));
        String input = String.format(
                java.util.Locale.ROOT,
                "history of %,d records, %d cores, one run",
                measured.plan().history(),
                measured.machine().cores());
        graphics.drawString(input, width() - MARGIN - graphics.getFontMetrics().stringWidth(input), 34);
    }

    /** The first panel has all bars that there are. */
    private void legend(Graphics2D graphics) {
        int x = MARGIN;
        graphics.setFont(Panel.font(Font.PLAIN, 14));
        for (Panel.Bars bars : panels.get(0).bars()) {
            graphics.setColor(bars.color());
            graphics.fillRect(x, 56, SQUARE, SQUARE);
            graphics.setColor(Panel.TEXT);
            graphics.drawString(bars.name(), x + SQUARE + 8, 68);
            x += SQUARE + 36 + graphics.getFontMetrics().stringWidth(bars.name());
        }
    }
}
