package workshop.lab.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of each command, at 80 columns. */
class HelpLinesTest {
    private static final int WIDTH = 80;
    private static final int ENDLESS = 5_000;

    static Stream<String> commands() {
        return names(Workshop.commandLine(), "");
    }

    private static Stream<String> names(CommandLine command, String above) {
        return Stream.concat(
                Stream.of(above),
                command.getSubcommands().entrySet().stream()
                        .flatMap(one -> names(one.getValue(), (above + " " + one.getKey()).strip())));
    }

    private static String help(String name, int width) {
        CommandLine command = Workshop.commandLine();
        command.setUsageHelpAutoWidth(false);
        command.setUsageHelpWidth(width);
        for (String next : name.split(" ")) {
            command = name.isEmpty() ? command : command.getSubcommands().get(next);
        }
        return command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_line_is_longer_and_breaks_stand_where_a_space_was(String name) {
        String help = help(name, WIDTH);

        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
        assertThat(words(help)).isEqualTo(words(help(name, ENDLESS)));
    }

    private static List<String> words(String help) {
        return List.of(help.strip().split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_command_is_broken(String name) {
        List<String> lines = help(name, WIDTH).lines().toList();

        assertThat(mentioned(help(name, ENDLESS)))
                .allSatisfy(command -> assertThat(lines).anyMatch(line -> line.contains(command)));
    }

    /** Commands with what belongs to them: subcommands, options, words in quotes or in capital letters. */
    private static Set<String> mentioned(String help) {
        String names = String.join("|", new TreeSet<>(commands().skip(1).toList()).descendingSet());
        Pattern command =
                Pattern.compile("\\./workshop (?:" + names + ")\\b(?: (?:--[a-z-]+|[A-Z]+\\b|'[^']+'|\\d+))*");
        return new TreeSet<>(
                command.matcher(help).results().map(MatchResult::group).toList());
    }

    @Test
    void a_select_in_the_help_can_be_copied_whole() {
        assertThat(mentioned(help("sql", ENDLESS))).contains("./workshop sql 'select sum(total) from customer_totals'");
    }
}
