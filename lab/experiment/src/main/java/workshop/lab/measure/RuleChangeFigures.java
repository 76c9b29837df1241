package workshop.lab.measure;

import java.time.Duration;
import java.util.List;

/**
 * From the decision to change the rule to the first answer that is by the new rule alone, and exact by it.
 *
 * @param wall start-up included
 * @param mixed how long the answer was made of two rules
 * @param longestWait of the events that came meanwhile, from being sent to being visible
 * @param cpu of the jobs that were started for it; null if the system does not tell
 * @param started kinds of these jobs, in order
 * @param atOnce how many jobs ran at once, the one that ran before included
 * @param bytesAtOnce the most memory that they held together; 0 if the system does not tell
 */
public record RuleChangeFigures(
        Duration wall,
        Duration mixed,
        Duration longestWait,
        Duration cpu,
        List<String> started,
        int atOnce,
        long bytesAtOnce) {}
