package workshop.lab.measure;

import workshop.handoff.Sql;

/**
 * What is asked of the serving layer, as SQL.
 *
 * @param coverage partition, and the first offset of it that is not in the answer
 * @param customer the total of a customer
 * @param all the total of all customers
 * @param rules by which the answer counts
 */
record Questions(String coverage, String customer, String all, String rules) {
    static final Questions LAMBDA = of("lambda");
    static final Questions KAPPA = of("kappa");

    private static Questions of(String name) {
        return new Questions(
                load(name + "-coverage.sql"),
                load(name + "-customer.sql"),
                load(name + "-all.sql"),
                load(name + "-rules.sql"));
    }

    /** The same with the wrong merge of Lambda, the one by the clock, for a customer. */
    Questions byClock() {
        return new Questions(coverage, load("by-clock-customer.sql"), all, rules);
    }

    private static String load(String file) {
        return Sql.load(Questions.class, file);
    }
}
