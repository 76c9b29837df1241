package workshop.lab.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;

class ComparisonFileTest {
    private static final List<String> COLUMNS =
            List.of("customer", "batch_total", "speed_total", "total", "transactions");

    @TempDir
    private Path folder;

    @Test
    void names_that_a_spreadsheet_would_run_are_read_as_they_are() throws Exception {
        List<String> names = List.of("=1+1", "'=1+1", "-Ali", "@Ali", "'Ali", "two\nlines", "\"Ali\", the =", "Ali");
        List<List<Object>> rows = new ArrayList<>();
        names.forEach(name -> rows.add(List.of(name, new BigDecimal("-1.00"), new BigDecimal("2.50"), amount(), 2L)));

        Path file = Files.writeString(folder.resolve("comparison.csv"), Format.CSV.write(new Rows(COLUMNS, rows)));

        assertThat(ComparisonFile.read(file))
                .isEqualTo(names.stream()
                        .map(name -> new ComparisonFile.Line(
                                name, new BigDecimal("-1.00"), new BigDecimal("2.50"), amount(), 2))
                        .toList());
    }

    private static BigDecimal amount() {
        return new BigDecimal("1.50");
    }

    @Test
    void a_line_that_is_none_is_named_by_its_number() throws Exception {
        Path file = Files.writeString(
                folder.resolve("comparison.csv"), String.join(",", COLUMNS) + "\n\"a\nb\",1,2,3,4\nSara;1;2;3;4\n");

        assertThatThrownBy(() -> ComparisonFile.read(file))
                .hasMessage("Its line 4 is not a name, three amounts and a number.");
    }
}
