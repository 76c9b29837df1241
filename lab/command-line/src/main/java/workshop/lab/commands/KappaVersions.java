package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;

@Command(name = "versions", header = "All versions: rule, what each has read, which runs, which answers.")
final class KappaVersions implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        Rows rows = QueryCommand.rows(common.settings(), View.kappa_report, null);
        System.out.print(
                rows.rows().isEmpty()
                        ? "No version yet. Next: ./workshop kappa run" + common.homeOption() + System.lineSeparator()
                        : Format.TABLE.write(rows));
        return 0;
    }
}
