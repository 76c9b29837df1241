/**
 * What a teacher needs: a dataset for each student, its known totals, the result that a student hands in, and the grade of
 * it. Totals are counted anew from the student's name, with the contract and without Spark.
 */
package workshop.lab.classroom;
