package workshop.lab.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing. */
interface Check {
    String subject();

    /** One finding or several; none if there is nothing that a student needs to know. */
    List<Finding> look(Machine machine) throws IOException;
}
