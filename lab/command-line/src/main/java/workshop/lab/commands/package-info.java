/** The commands of {@code ./workshop}, a class each. Exit codes: 0 good, 1 a check or run failed, 2 wrong usage. */
package workshop.lab.commands;
