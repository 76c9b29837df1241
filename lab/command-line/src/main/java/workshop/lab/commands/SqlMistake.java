package workshop.lab.commands;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.settings.ShellWord;
import workshop.settings.WorkshopException;

/** Mistakes in a statement that a student makes first, named as what they are. */
final class SqlMistake {
    private static final String UNDEFINED_COLUMN = "42703";
    private static final Pattern COLUMN = Pattern.compile("column \"(.+)\" does not exist");

    private SqlMistake() {}

    /** The words of a statement that was typed without quotes. */
    static WorkshopException unquoted(int words, String command) {
        return WorkshopException.usage(
                "The statement came as " + words + " words. Quote the statement.",
                "Without quotes the shell takes it apart at the spaces, and writes file names for a *.",
                command + " 'select * from customer_totals'");
    }

    /** @param command the one that was typed, without its statement */
    static WorkshopException several(String command) {
        return WorkshopException.usage(
                "These are several statements, and one is run at a time.",
                "A ; ends a statement, and more stands behind it. No result of them is shown.",
                command + " STATEMENT, for each of them");
    }

    /** What PostgreSQL has refused, in its words; of a value that it has taken for a column, in ours. */
    static WorkshopException refused(SQLException e, String statement, String command) {
        Matcher column = COLUMN.matcher(e.getMessage());
        if (UNDEFINED_COLUMN.equals(e.getSQLState()) && column.find()) {
            Matcher value = compared(column.group(1)).matcher(statement);
            if (value.find()) {
                return value(value, statement, command);
            }
        }
        return WorkshopException.usage(
                "PostgreSQL refuses the statement.",
                e.getMessage().replaceAll("\\s*\\R\\s*", " "),
                "./workshop sql --help, for what the reader may see");
    }

    /** The name behind a comparison: in double quotes, or without any if the shell has taken them. */
    private static Pattern compared(String name) {
        return Pattern.compile(
                "(?i)((?:[=<>]|\\blike|\\bin\\s*\\()\\s*)(\"?)(" + Pattern.quote(name) + ")\\2(?![\\w\"(])");
    }

    private static WorkshopException value(Matcher value, String statement, String command) {
        String quoted = "'" + value.group(3).replace("'", "''") + "'";
        String mended = new StringBuilder(statement)
                .replace(value.end(1), value.end(), quoted)
                .toString();
        boolean isQuoted = !value.group(2).isEmpty();
        return WorkshopException.usage(
                "PostgreSQL takes " + value.group(3) + " for the name of a column, and there is none.",
                isQuoted
                        ? "In SQL a value stands in single quotes: " + quoted + ". Double quotes are for names."
                        : "In SQL a value stands in single quotes: " + quoted
                                + ". It came without quotes: the shell keeps" + " them only inside other ones.",
                command + " " + ShellWord.of(mended));
    }
}
