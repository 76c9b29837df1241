package workshop.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import workshop.handoff.Sql;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Plural;
import workshop.settings.WorkshopException;

/** What the lake must hold of each published epoch, as counted when it was published. */
final class Archives {
    private static final String SELECT = Sql.load(Archives.class, "select-archives.sql");

    private Archives() {}

    /** @param readByEpoch how many records were just read from the lake; the index is the epoch */
    static void requireComplete(Connection connection, long[] readByEpoch) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                int epoch = rows.getInt("epoch");
                long read = epoch < readByEpoch.length ? readByEpoch[epoch] : 0;
                if (read != rows.getLong("records")) {
                    throw damaged(
                            epoch,
                            "holds " + Plural.of(read, "record"),
                            "the " + rows.getLong("records") + " that were published");
                }
            }
        }
    }

    static WorkshopException damaged(int epoch, String found, String wanted) {
        return WorkshopException.failed(
                "The lake is damaged: epoch " + epoch + " " + found + ", not " + wanted + ".",
                "Files were changed or deleted in its folder epoch=" + epoch
                        + ". A total without them would be wrong, so none is published.",
                Advice.of(
                        "delete the folder epoch=" + epoch + " of the lake, then ",
                        Command.BATCH,
                        ", which archives it again from the log"));
    }
}
