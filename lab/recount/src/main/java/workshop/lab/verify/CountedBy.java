package workshop.lab.verify;

import workshop.transactions.Rule;

/**
 * Who has counted a record, and by which rule.
 *
 * @param byBatch by the batch layer
 * @param bySpeed by the speed layer
 * @param lambdaRule of the layer that has
 * @param byKappa by the version of Kappa
 * @param unchecked by Kappa without knowing whether it is a duplicate
 */
record CountedBy(boolean byBatch, boolean bySpeed, Rule lambdaRule, boolean byKappa, boolean unchecked) {
    boolean byLambda() {
        return byBatch || bySpeed;
    }
}
