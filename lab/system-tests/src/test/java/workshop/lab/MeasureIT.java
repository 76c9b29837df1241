package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.lab.commands.Main;
import workshop.lab.measure.ChartFiles;
import workshop.lab.measure.ComparisonReport;
import workshop.lab.measure.Errors;
import workshop.lab.measure.Experiment;
import workshop.lab.measure.Measured;
import workshop.lab.measure.Plan;

/** The whole experiment once, small: that it finds something of everything, and that no total is wrong if none may be. */
@Tag("full")
class MeasureIT {
    @TempDir
    private Path folder;

    @Test
    void the_experiment_measures_all_of_it_and_every_answer_is_exact_in_the_end() throws Exception {
        Path home = folder.resolve("home");
        List<String> steps = Collections.synchronizedList(new ArrayList<>());

        Measured measured = new Experiment(Main.class, home, Plan.brief(2_000), steps::add).run();

        isExactInTheEnd(measured);
        assertThat(measured.kappa().ruleChange().mixed()).isEqualTo(Duration.ZERO);
        assertThat(measured.code()).isPresent();
        assertThat(steps).anyMatch(step -> step.startsWith("Lambda: ")).anyMatch(step -> step.startsWith("Kappa: "));
        nothingIsLeft(home);
        isWritten(measured);
    }

    private static void isExactInTheEnd(Measured measured) {
        Errors lambda = measured.lambda().errors();
        Errors kappa = measured.kappa().errors();
        assertThat(lambda.duplicate()).isEqualTo(lambda.sentTwice());
        assertThat(kappa.duplicate()).isEqualTo("0.00");
        assertThat(lambda.lateByClock()).isEqualTo(lambda.sentTwice().negate());
        for (Errors errors : List.of(lambda, kappa)) {
            assertThat(List.of(errors.duplicateLater(), errors.crashLater(), errors.lateByYear(), errors.lateByHour()))
                    .allSatisfy(error -> assertThat(error).isEqualTo("0.00"));
            assertThat(errors.crash()).isNotPositive();
        }
    }

    private void isWritten(Measured measured) throws Exception {
        ComparisonReport report = new ComparisonReport(measured, "./workshop compare --measure");
        assertThat(report.rows()).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row.lambda()).isNotBlank();
            assertThat(row.kappa()).isNotBlank();
            assertThat(row.how()).isNotBlank();
        });
        assertThat(report.write(folder))
                .content()
                .contains("./workshop compare --measure")
                .contains(" cores")
                .contains("| error right after a duplicate | 100.00 | 0.00 |");

        assertThat(ChartFiles.write(measured, folder)).hasSize(2);
        Path svg = folder.resolve(ChartFiles.SVG);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(svg.toFile())
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        BufferedImage png = ImageIO.read(folder.resolve(ChartFiles.PNG).toFile());
        assertThat(png.getWidth()).isGreaterThan(1_000);
        assertThat(Files.size(folder.resolve(ChartFiles.PNG))).isBetween(20_000L, 2_000_000L);
    }

    private static void nothingIsLeft(Path home) {
        assertThat(home).doesNotExist();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(home.toString())))
                .isEmpty();
    }
}
