package workshop.lab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.lab.verify.Explanation.Repeated;
import workshop.transactions.Total;

/**
 * Which repeated records a version of Kappa must have counted because it had forgotten their ids. It keeps no list of all of
 * them, so they are found by their sum: some of the customer's repeated records that come to exactly what is too much. Where
 * none do, the difference has another reason.
 */
final class ForgottenIds {
    /** Of so many records all choices are tried; of more, each alone and all together. */
    private static final int MOST_TRIED = 20;

    private ForgottenIds() {}

    /** @param rest what the total has too much */
    static Optional<List<Repeated>> among(List<Repeated> repeated, Total rest) {
        long count = rest.transactions() + rest.leftOutTransactions();
        if (count <= 0 || count > repeated.size()) {
            return Optional.empty();
        }
        List<Repeated> unchecked = repeated.stream().filter(Repeated::unchecked).toList();
        if (sum(unchecked).minus(rest).isZero()) {
            return Optional.of(unchecked);
        }
        if (sum(repeated).minus(rest).isZero()) {
            return Optional.of(repeated);
        }
        if (repeated.size() <= MOST_TRIED) {
            return choose(repeated, 0, rest, new ArrayList<>());
        }
        return repeated.stream()
                .filter(one -> one.part().minus(rest).isZero())
                .findFirst()
                .map(List::of);
    }

    private static Total sum(List<Repeated> some) {
        return some.stream().map(Repeated::part).reduce(Total.ZERO, Total::plus);
    }

    private static Optional<List<Repeated>> choose(
            List<Repeated> repeated, int from, Total rest, List<Repeated> chosen) {
        if (rest.isZero()) {
            return Optional.of(List.copyOf(chosen));
        }
        long missing = rest.transactions() + rest.leftOutTransactions();
        if (missing <= 0 || missing > repeated.size() - from) {
            return Optional.empty();
        }
        Repeated next = repeated.get(from);
        chosen.add(next);
        Optional<List<Repeated>> with = choose(repeated, from + 1, rest.minus(next.part()), chosen);
        chosen.remove(chosen.size() - 1);
        return with.isPresent() ? with : choose(repeated, from + 1, rest, chosen);
    }
}
