package workshop.lab;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local file system, of a process that dies when it has written a thousand bytes of a Parquet file. */
public final class DyingFileSystem extends LocalFileSystem {
    private static final int LAST_BYTE = 1_000;

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        FSDataOutputStream out =
                super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
        return file.getName().endsWith(".parquet") ? new FSDataOutputStream(new Dying(out), null) : out;
    }

    private static final class Dying extends FilterOutputStream {
        private long written;

        Dying(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int last = (int) Math.min(length, LAST_BYTE - written);
            out.write(bytes, offset, last);
            written += last;
            if (written == LAST_BYTE) {
                out.flush();
                KilledBatch.die();
            }
        }
    }
}
