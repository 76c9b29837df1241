package workshop.transactions.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import workshop.transactions.Contract;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

/** Keeps all that a history file shows, and what the contract says of it. */
final class Reading implements RecordVisitor {
    final List<String> records = new ArrayList<>();
    final List<Long> offsets = new ArrayList<>();
    final List<Transaction> accepted = new ArrayList<>();
    final List<Rejected> rejected = new ArrayList<>();

    static Reading of(String file) throws IOException {
        return of(Bytes.of(file));
    }

    static Reading of(HistoryInput file) throws IOException {
        Reading reading = new Reading();
        HistoryFile.read(file, reading);
        return reading;
    }

    @Override
    public void record(long offset, byte[] bytes, int from, int length) {
        offsets.add(offset);
        records.add(new String(bytes, from, length, StandardCharsets.ISO_8859_1)); // keeps every byte
        Verdict verdict = Contract.check(bytes, from, length);
        if (verdict instanceof Accepted right) {
            accepted.add(right.transaction());
        } else {
            rejected.add((Rejected) verdict);
        }
    }

    @Override
    public void broken(long offset, Rejected why) {
        offsets.add(offset);
        records.add(why.reason().code());
        rejected.add(why);
    }

    List<String> amounts() {
        return accepted.stream()
                .map(each -> each.customer() + " " + each.amount())
                .toList();
    }

    List<String> codes() {
        return rejected.stream().map(each -> each.reason().code()).toList();
    }
}
