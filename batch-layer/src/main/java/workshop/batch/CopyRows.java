package workshop.batch;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows into a table by COPY, in its text format. */
final class CopyRows implements AutoCloseable {
    private static final int FLUSH_AT = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(FLUSH_AT + 1024);

    CopyRows(Connection connection, String table) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    }

    /** Writes a row; arrays count as several columns. */
    void write(Object... columns) throws SQLException {
        int start = text.length();
        for (Object column : columns) {
            if (column instanceof Object[] several) {
                for (Object one : several) {
                    append(one, start);
                }
            } else {
                append(column, start);
            }
        }
        text.append('\n');
        if (text.length() >= FLUSH_AT) {
            flush();
        }
    }

    private void append(Object column, int rowStart) {
        if (text.length() > rowStart) {
            text.append('\t');
        }
        if (column == null) {
            text.append("\\N");
            return;
        }
        String value = column.toString();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            flush();
            copy.endCopy();
        }
    }
}
