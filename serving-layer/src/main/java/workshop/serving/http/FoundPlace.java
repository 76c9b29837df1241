package workshop.serving.http;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record stands: a file and a line (from 1), or a partition and an offset; the others are null.
 *
 * @param file its name without the folders, which say more of the machine than of the record
 */
record FoundPlace(String file, Long line, Integer partition, Long offset) {
    private static final Pattern IN_LOG = Pattern.compile("partition ([0-9]+), offset ([0-9]+)");
    private static final Pattern IN_FILE = Pattern.compile("(.*), line ([0-9]+)", Pattern.DOTALL);

    static FoundPlace of(ResultSet row) throws SQLException {
        String file = row.getString("file");
        return file == null
                ? new FoundPlace(null, null, row.getInt("partition"), row.getLong("log_offset"))
                : new FoundPlace(name(file), row.getLong("line"), null, null);
    }

    /** Of the words that the batch layer writes for the place of the record that counts. */
    static FoundPlace parse(String words) {
        Matcher inLog = IN_LOG.matcher(words);
        if (inLog.matches()) {
            return new FoundPlace(null, null, Integer.valueOf(inLog.group(1)), Long.valueOf(inLog.group(2)));
        }
        Matcher inFile = IN_FILE.matcher(words);
        if (inFile.matches()) {
            return new FoundPlace(name(inFile.group(1)), Long.valueOf(inFile.group(2)), null, null);
        }
        throw new IllegalArgumentException("no place: " + words);
    }

    String words() {
        return file == null ? "partition " + partition + ", offset " + offset : file + ", line " + line;
    }

    private static String name(String path) {
        return path.replaceFirst("^.*[/\\\\](?=[^/\\\\]+$)", "");
    }
}
