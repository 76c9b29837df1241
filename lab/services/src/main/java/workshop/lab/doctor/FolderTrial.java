package workshop.lab.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tries in a folder what the workshop will do there, and leaves nothing behind. */
final class FolderTrial {
    private static final Set<PosixFilePermission> MINE_ALONE = PosixFilePermissions.fromString("rwx------");
    private static final int TRIES = 3;

    private final Path trial;

    private FolderTrial(Path trial) {
        this.trial = trial;
    }

    static FolderProbe of(Path folder) throws IOException {
        Path nearest = folder;
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        FileStore store = Files.getFileStore(nearest);
        long usable = store.getUsableSpace();
        try {
            Path directory = Files.createTempDirectory(nearest, ".doctor-");
            try {
                FolderTrial trial = new FolderTrial(directory);
                Duration off = trial.fileTimeOff();
                return new FolderProbe(
                        folder, nearest, store.type(), usable, null, trial.lacks(), trial.startsPrograms(), off);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            String why = reason(nearest, e);
            return new FolderProbe(folder, nearest, store.type(), usable, why, List.of(), false, Duration.ZERO);
        }
    }

    private Duration fileTimeOff() throws IOException {
        Instant before = Instant.now();
        Path file = Files.writeString(trial.resolve("file"), "written");
        return Duration.between(before, Files.getLastModifiedTime(file).toInstant());
    }

    private List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        Path file = trial.resolve("file");
        attempt(lacks, "file locks", () -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock != null;
            }
        });
        attempt(lacks, "symbolic links", () -> {
            Path link = Files.createSymbolicLink(trial.resolve("link"), file);
            return Files.readString(link).equals("written");
        });
        attempt(lacks, "permissions", () -> {
            Files.setPosixFilePermissions(trial, MINE_ALONE);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return Files.getPosixFilePermissions(trial).equals(MINE_ALONE)
                    && !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        });
        attempt(lacks, "renaming in one step", () -> {
            Path moved = Files.move(file, trial.resolve("moved"), StandardCopyOption.ATOMIC_MOVE);
            return Files.exists(moved);
        });
        return lacks;
    }

    /** Something that can fail in more ways than one. */
    private interface Attempt {
        boolean succeeds() throws IOException;
    }

    private static void attempt(List<String> lacks, String what, Attempt attempt) {
        try {
            if (!attempt.succeeds()) {
                lacks.add(what);
            }
        } catch (IOException | UnsupportedOperationException e) {
            lacks.add(what);
        }
    }

    private boolean startsPrograms() throws IOException {
        Path program = Files.writeString(trial.resolve("program"), "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(program, MINE_ALONE);
        for (int i = 0; i < TRIES; i++) { // while another thread starts a process, this file may count as being written
            if (ProgramCall.ask(program.toString()).isGood()) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Path folder, IOException e) {
        if (!Files.isDirectory(folder)) {
            return "it is a file";
        }
        if (e instanceof AccessDeniedException) {
            return "you may not write there";
        }
        if (e instanceof NoSuchFileException) {
            return "the system keeps no files of yours there";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
