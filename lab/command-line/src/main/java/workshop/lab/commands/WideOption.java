package workshop.lab.commands;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import workshop.lab.services.Home;
import workshop.lab.text.Brief;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;

/** Whether tables are shown in full, or as a terminal of 80 columns has room. */
final class WideOption {
    @Option(
            names = "--wide",
            description =
                    "Tables in full, however wide: all columns, microseconds, whole paths and texts. Else they fit"
                            + " 80 columns.")
    private boolean wide;

    /** Whether this answer is to be shortened: csv and json never are. */
    boolean isBrief(Format format) {
        return format == Format.TABLE && !wide;
    }

    /** The answer as text, all of it or in brief. */
    String write(Format format, Rows rows) {
        return format.write(isBrief(format) ? Brief.of(rows, Path.of("").toAbsolutePath(), Home.root()) : rows);
    }
}
