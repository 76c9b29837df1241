package workshop.lab.commands;

import java.nio.file.Path;
import java.util.function.Supplier;
import workshop.lab.doctor.Doctor;
import workshop.lab.doctor.DoctorReport;
import workshop.settings.WorkshopException;

/** What was to run did not start: then it may be the machine that ails, and not the workshop. */
final class FailedStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path home;

    private FailedStart(Path home, RuntimeException cause) {
        super(cause);
        this.home = home;
    }

    /** Starts something that works in a home. Wrong usage is the student's, and stays what it is. */
    static <T> T explained(Path home, Supplier<T> start) {
        try {
            return start.get();
        } catch (WorkshopException e) {
            throw e.exitCode() == WorkshopException.USAGE ? e : new FailedStart(home, e);
        } catch (RuntimeException e) {
            throw new FailedStart(home, e);
        }
    }

    /** The doctor's warnings and problems, for below the error. */
    String findings() {
        return new DoctorReport(Doctor.lookAtNeeds(home)).belowAnError();
    }
}
