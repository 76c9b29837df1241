/** What a file looks like that holds no transaction: for the messages of all who read files. Plain Java. */
@NullMarked
package workshop.transactions.looks;

import org.jspecify.annotations.NullMarked;
