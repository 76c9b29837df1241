package workshop.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import workshop.lab.services.Home;

/** What KAPPA.md says of the code is what the sources are. */
class CodeSizeTest {
    private static final Pattern ROW =
            Pattern.compile("\\| code to keep \\| ([0-9,]+) \\| ([0-9,]+) \\| [^|]*; ([0-9,]+) more in transactions");

    @Test
    void the_lines_of_code_in_the_table_are_counted_from_the_sources_of_today() throws IOException {
        Matcher row = ROW.matcher(Files.readString(Home.root().resolve("KAPPA.md")));
        assertThat(row.find()).isTrue();
        CodeSize code = CodeSize.count(Home.root()).orElseThrow();

        near(row.group(1), code.lines().lambda());
        near(row.group(2), code.lines().kappa());
        near(row.group(3), code.sharedLines());
    }

    /** Each change of the code moves the count a little; the comparison stays what it is. */
    private static void near(String said, int counted) {
        assertThat(Integer.parseInt(said.replace(",", ""))).isCloseTo(counted, Percentage.withPercentage(5));
    }
}
