package workshop.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import workshop.batch.view.BatchCounts;
import workshop.settings.Plural;
import workshop.transactions.history.HistoryFile;
import workshop.transactions.looks.Look;

/**
 * A history file of which no record keeps the contract.
 *
 * @param path as a person writes it
 * @param read how many records it holds
 * @param look what it looks like
 */
record UnusableFile(String path, long read, Look look) {
    private static final String UNKNOWN_CURE = "./workshop contract FILE, which names each reason";

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
            Look unknown =
                    new Look(read == 0 ? "holds no record" : "breaks the contract in all of its records", UNKNOWN_CURE);
            return new UnusableFile(file.path(), read, HistoryFile.lookOf(file).orElse(unknown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it looks like, as a sentence without its full stop. */
    String words() {
        String records =
                read == 0 ? "" : " (" + Plural.of(read, "record, which is rejected", "records, all rejected") + ")";
        return path + records + " " + look.what();
    }

    /** What mends it. */
    String cure() {
        return look.cureOf(path);
    }
}
