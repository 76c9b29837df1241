package workshop.lab.checks;

import java.io.IOException;
import java.sql.SQLException;

/** Looks whether one step of the guide is done. What it asks for must hold in all later steps too. */
interface StepCheck {
    /** The step's number in the guide. */
    int step();

    /** The step's title, as in the guide. */
    String title();

    /** Whether this check needs Kafka and PostgreSQL, and says nothing while they do not run. */
    default boolean needsServices() {
        return true;
    }

    void look(Evidence evidence, StepFindings findings) throws IOException, SQLException;
}
