package workshop.lab.services;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import workshop.settings.WorkshopException;

/**
 * Keeps two commands from starting and stopping the same thing at once. The operating system gives it back when its
 * holder is killed, and no child process inherits it.
 */
final class HomeLock implements AutoCloseable {
    /** File locks are held by the process: within one JVM, and before a second channel is opened, this one decides. */
    private static final Map<Path, ReentrantLock> WITHIN_THIS_JVM = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock within;
    private final FileChannel channel;

    private HomeLock(Path file, ReentrantLock within, FileChannel channel) {
        this.file = file;
        this.within = within;
        this.channel = channel;
    }

    /** Waits for the lock. */
    static HomeLock of(Path file, Duration timeout) {
        ReentrantLock within = WITHIN_THIS_JVM.computeIfAbsent(file, path -> new ReentrantLock());
        within.lock();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileChannel opened = channel;
            if (!Await.until(timeout, () -> tryLock(file, opened) != null)) {
                throw WorkshopException.failed(
                        "Another command is at work in " + file.getParent() + ".",
                        "It has held " + file + " for " + timeout.toSeconds() + " s.",
                        "wait for it to end, then: ./workshop status");
            }
            return new HomeLock(file, within, channel);
        } catch (IOException e) {
            within.unlock();
            throw HomeDirectory.unwritable(file, e);
        } catch (RuntimeException e) {
            close(file, channel);
            within.unlock();
            throw e;
        }
    }

    private static FileLock tryLock(Path file, FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (IOException e) {
            throw HomeDirectory.unwritable(file, e);
        }
    }

    private static void close(Path file, FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw HomeDirectory.unwritable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            close(file, channel);
        } finally {
            within.unlock();
        }
    }
}
