package workshop.lab.checks;

import java.util.function.Supplier;
import workshop.settings.WorkshopException;

/** Something that is looked at once, when it is first asked for; if that failed, it fails again at once. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> look;
    private T found;
    private WorkshopException failure;

    Lazy(Supplier<T> look) {
        this.look = look;
    }

    @Override
    public T get() {
        if (failure != null) {
            throw failure;
        }
        if (found == null) {
            try {
                found = look.get();
            } catch (WorkshopException e) {
                failure = e;
                throw e;
            }
        }
        return found;
    }
}
