package workshop.lab.commands;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;
import workshop.lab.text.Wrapped;

/**
 * Breaks the lines of a help text at spaces only, and never inside a command, so that what is copied from there works.
 * Picocli alone breaks also behind a dot or a hyphen: {@code ./workshop} behind its dot.
 */
final class HelpLines {
    /** All that picocli breaks, but for the synopsis, which it breaks well. */
    private static final List<String> SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_HEADER,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER);

    private static final int UNBROKEN = 10_000;
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Pattern COLOUR = Pattern.compile("\\e\\[[0-9;]*m");
    /** An indent; and the name of an option or a command, where one stands there, with the gap behind it. */
    private static final Pattern BEFORE_WORDS = Pattern.compile(" *\\S+(?: \\S+)* {2,}(?=\\S)| *");

    private HelpLines() {}

    /** For this command and all below it, which must be there already. */
    static void set(CommandLine command) {
        Pattern commands = commands(command);
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(command.getHelpSectionMap());
        for (String key : SECTIONS) {
            IHelpSectionRenderer section = sections.get(key);
            sections.put(key, help -> {
                int width = help.commandSpec().usageMessage().width();
                return broken(unbroken(help, section), width, commands);
            });
        }
        command.setHelpSectionMap(sections);
    }

    private static Pattern commands(CommandLine command) {
        String names = names(command).sorted((a, b) -> b.length() - a.length()).collect(Collectors.joining("|"));
        return Pattern.compile(
                "\\./workshop(?: (?:" + names + ")(?![\\w-]))*(?: (?:--[a-z-]+|'[^']*'|[A-Z]+\\b|[0-9]+))*");
    }

    private static Stream<String> names(CommandLine command) {
        return command.getSubcommands().entrySet().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.getKey()), names(one.getValue())));
    }

    private static String unbroken(Help help, IHelpSectionRenderer section) {
        UsageMessageSpec usage = help.commandSpec().usageMessage();
        boolean isAuto = usage.autoWidth();
        int width = usage.width();
        usage.autoWidth(false).width(UNBROKEN);
        try {
            return section.render(help);
        } finally {
            usage.width(width).autoWidth(isAuto);
        }
    }

    private static String broken(String text, int width, Pattern commands) {
        return commands.matcher(text)
                .replaceAll(command -> Matcher.quoteReplacement(command.group().replace(' ', NO_BREAK_SPACE)))
                .lines()
                .map(line -> visible(line).length() > width ? broken(line, width) : line + "\n")
                .collect(Collectors.joining())
                .replace(NO_BREAK_SPACE, ' ');
    }

    /** The lines that follow stand below the words of the first. */
    private static String broken(String line, int width) {
        Matcher before = BEFORE_WORDS.matcher(line);
        String beginning = before.lookingAt() ? before.group() : "";
        int indent = visible(beginning).length();
        List<String> lines = Wrapped.lines(line.substring(beginning.length()), width - indent);
        return beginning + String.join("\n" + " ".repeat(indent), lines) + "\n";
    }

    private static String visible(String line) {
        return COLOUR.matcher(line).replaceAll("");
    }
}
