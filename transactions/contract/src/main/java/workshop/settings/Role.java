package workshop.settings;

import java.util.Locale;

/** Who connects to PostgreSQL. Each layer has a role of its own that may do what its layer does, and no more. */
public enum Role {
    /** Owns the tables and runs the migrations. */
    OWNER,
    BATCH_LAYER,
    SPEED_LAYER,
    /** Runs the Kappa job and loads the history into the log. */
    KAPPA,
    /** Selects from the views, nothing else. */
    READER;

    /** The name in PostgreSQL. */
    public String user() {
        return this == OWNER ? "workshop_owner" : name().toLowerCase(Locale.ROOT);
    }
}
