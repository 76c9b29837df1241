/** What a file looks like that holds no transaction: for the messages of all who read files. Plain Java. */
package workshop.transactions.looks;
