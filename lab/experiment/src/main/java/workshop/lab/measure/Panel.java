package workshop.lab.measure;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Objects;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;

/**
 * One of the small charts: groups of bars that share an axis.
 *
 * @param groups what stands below each group
 * @param bars in the same order in each group
 * @param logarithmic whether the scale is, as when the bars differ by more than an eye can compare; every value must then be above 0
 */
record Panel(String title, List<String> groups, List<Bars> bars, boolean logarithmic) {
    static final Color LAMBDA = new Color(0x4a90c8);
    static final Color MICRO_BATCHES = new Color(0xb9d7ee);
    static final Color KAPPA = new Color(0xf2b35a);
    static final Color TEXT = new Color(0x222222);

    private static final Color LINES = new Color(0xdddddd);

    /** @param values a bar a group; null if there is none */
    record Bars(String name, Color color, List<Double> values) {}

    static Panel of(String title, List<String> groups, List<Double> lambda, List<Double> kappa) {
        return new Panel(
                title, groups, List.of(new Bars("Lambda", LAMBDA, lambda), new Bars("Kappa", KAPPA, kappa)), false);
    }

    CategoryChart chart(int width, int height) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .build();
        style(chart.getStyler());
        for (Bars each : bars) {
            chart.addSeries(each.name(), groups, each.values()).setFillColor(each.color());
        }
        return chart;
    }

    private void style(CategoryStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(LINES);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridHorizontalLinesVisible(!logarithmic);
        styler.setChartFontColor(TEXT);
        styler.setAxisTickLabelsColor(TEXT);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleFont(font(Font.BOLD, 16));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 13));
        styler.setLegendVisible(false);
        styler.setChartPadding(12);
        styler.setAvailableSpaceFill(0.75);
        styler.setLabelsVisible(true);
        styler.setLabelsFont(font(Font.PLAIN, 13));
        styler.setLabelsFontColorAutomaticEnabled(false); // a number may be larger than its bar
        styler.setLabelsFontColor(TEXT);
        styler.setYAxisDecimalPattern(isFine() ? "#,##0.0" : "#,##0");
        styler.setYAxisLogarithmic(logarithmic);
        styler.setYAxisMin(logarithmic ? 1.0 : 0.0);
        styler.setYAxisMax(top());
    }

    /** Room for the number above the highest bar. */
    private double top() {
        double highest = highest();
        return logarithmic ? Math.pow(10, Math.ceil(Math.log10(highest * 1.5))) : Math.max(1, highest * 1.15);
    }

    private boolean isFine() {
        return highest() < 50;
    }

    private double highest() {
        return bars.stream()
                .flatMap(each -> each.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
