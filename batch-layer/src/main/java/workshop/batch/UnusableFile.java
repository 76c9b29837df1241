package workshop.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import workshop.batch.view.BatchCounts;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Plural;
import workshop.settings.ShellWord;
import workshop.transactions.history.HistoryFile;

/**
 * A history file of which no record keeps the contract.
 *
 * @param path as a person writes it
 * @param read how many records it holds
 * @param what completes a sentence that begins with the file
 * @param cure what mends it
 */
record UnusableFile(String path, long read, String what, Advice cure) {
    static List<UnusableFile> among(List<HadoopFile> files, BatchCounts counts) {
        List<UnusableFile> unusable = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            if (counts.of(file).kept() == 0) {
                unusable.add(of(files.get(file), counts.of(file).read()));
            }
        }
        return unusable;
    }

    private static UnusableFile of(HadoopFile file, long read) {
        try {
            String path = file.path();
            return HistoryFile.lookOf(file)
                    .map(look -> new UnusableFile(path, read, look.what(), Advice.of(look.cureOf(path))))
                    .orElseGet(() -> unknown(path, read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnusableFile unknown(String path, long read) {
        return new UnusableFile(
                path,
                read,
                read == 0 ? "holds no record" : "breaks the contract in all of its records",
                Advice.of(Command.CONTRACT.with(ShellWord.of(path)), ", which names each reason"));
    }

    /** What it looks like, as a sentence without its full stop. */
    String words() {
        String records =
                read == 0 ? "" : " (" + Plural.of(read, "record, which is rejected", "records, all rejected") + ")";
        return path + records + " " + what;
    }
}
