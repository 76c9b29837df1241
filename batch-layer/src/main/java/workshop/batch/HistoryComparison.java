package workshop.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Plural;
import workshop.settings.ShellWord;
import workshop.settings.WorkshopException;
import workshop.transactions.history.ContentDigest.Standing;

/**
 * The history files of a run beside those of the last publication, by what they hold: a file that was moved is the same
 * file. What was published must be there again, or somebody says that it need not be.
 */
final class HistoryComparison {
    private final List<DigestedFile> now;
    private final List<Match> matches = new ArrayList<>();
    private final List<PublishedFile> gone;

    /** A file of the last publication and the one that took its place. */
    private record Match(PublishedFile last, DigestedFile now, Standing standing) {}

    private HistoryComparison(List<PublishedFile> last, List<DigestedFile> now) {
        this.now = now;
        this.gone = new ArrayList<>(last);
    }

    static HistoryComparison of(List<PublishedFile> last, List<DigestedFile> now) throws IOException {
        HistoryComparison comparison = new HistoryComparison(last, now);
        // The content first: two files may have exchanged their names. Of what is left, a name says more than a
        // beginning, and the beginning of a file that held nothing says nothing.
        comparison.match(HistoryComparison::sameContent);
        comparison.match((file, held) -> held.isNamed(file.path()) ? kept(standing(file, held)) : Optional.empty());
        comparison.match(
                (file, held) -> file.held() == null || file.isEmpty() ? Optional.empty() : kept(standing(file, held)));
        comparison.match((file, held) -> held.isNamed(file.path()) ? Optional.of(Standing.CHANGED) : Optional.empty());
        return comparison;
    }

    @FunctionalInterface
    private interface Pairing {
        /** How the second file stands to the first; empty if it is not the same file. */
        Optional<Standing> standing(PublishedFile file, DigestedFile held) throws IOException;
    }

    private static Optional<Standing> sameContent(PublishedFile file, DigestedFile held) {
        return held.held().equals(file.held()) ? Optional.of(Standing.SAME) : Optional.empty();
    }

    private static Standing standing(PublishedFile file, DigestedFile held) throws IOException {
        if (file.held() != null) {
            return file.held().standing(held.file());
        }
        return file.looksLike(held.file()) ? Standing.SAME : Standing.CHANGED;
    }

    private static Optional<Standing> kept(Standing standing) {
        return Optional.of(standing).filter(found -> found != Standing.CHANGED);
    }

    /** Each file takes the place of one at most: who puts two into one, loses what both held. */
    private void match(Pairing pairing) throws IOException {
        for (PublishedFile file : List.copyOf(gone)) {
            for (DigestedFile held : now) {
                Optional<Standing> standing =
                        matchOf(held).isPresent() ? Optional.empty() : pairing.standing(file, held);
                if (standing.isPresent()) {
                    matches.add(new Match(file, held, standing.get()));
                    gone.remove(file);
                    break;
                }
            }
        }
    }

    private Optional<Match> matchOf(DigestedFile held) {
        return matches.stream().filter(match -> match.now.equals(held)).findFirst();
    }

    /** @throws WorkshopException if files of the last publication are gone or do not begin with what they held */
    void requireNothingLost() {
        List<String> lost = Stream.concat(
                        gone.stream()
                                .filter(file -> !file.isEmpty())
                                .map(file -> file.shown() + " is not among the files of this one"),
                        matches.stream()
                                .filter(match -> match.standing == Standing.CHANGED)
                                .map(match -> match.last.shown() + " does not begin with what it held then"))
                .toList();
        if (!lost.isEmpty()) {
            throw WorkshopException.failed(
                    "The history is not the one of the last batch any more.",
                    String.join("; ", lost) + ". The totals would lose transactions, so nothing was cut or published.",
                    Advice.of(
                            Command.BATCH.with(lastFiles()),
                            ", with each file as it was or with more behind it; or the same command with"
                                    + " --replace-history, to count the history as it is now"));
        }
    }

    private String lastFiles() {
        return Stream.concat(matches.stream().map(Match::last), gone.stream())
                .map(file -> "--history " + ShellWord.of(file.shown()))
                .collect(Collectors.joining(" "));
    }

    /** A line for each file that was read or left out, for the report of a run. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (DigestedFile held : now) {
            lines.add(held.file().shown() + ", " + words(held));
            held.copies()
                    .forEach(copy -> lines.add(copy.shown() + ", not read: the same content as "
                            + held.file().shown()));
        }
        gone.forEach(file -> lines.add(file.shown() + ", left out"));
        return lines.isEmpty() ? List.of("none") : lines;
    }

    private String words(DigestedFile held) throws IOException {
        Match match = matchOf(held).orElse(null);
        if (match == null) {
            return "new";
        }
        String words =
                switch (match.standing) {
                    case SAME -> "as before";
                    case APPENDED -> Plural.of(appended(match), "record") + " appended";
                    case CHANGED -> "replaced";
                };
        return held.isNamed(match.last.path()) ? words : words + "; it was " + match.last.shown();
    }

    private static long appended(Match match) throws IOException {
        return match.last.held().recordsBehind(match.now.file());
    }
}
