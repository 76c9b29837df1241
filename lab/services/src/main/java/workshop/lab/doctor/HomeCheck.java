package workshop.lab.doctor;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the data can be kept where the home is. */
final class HomeCheck implements Check {
    private static final String NEXT = "choose a folder on a disk of this machine: ./workshop up --home DIR";

    /** How Linux and macOS call the folders of other machines, of Windows, and of a virtual machine's host. */
    private static final Set<String> SHARES = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smb2",
            "smbfs",
            "afpfs",
            "webdav",
            "9p",
            "v9fs",
            "drvfs",
            "vboxsf",
            "fuse.sshfs",
            "fuse.vmhgfs-fuse",
            "prl_fs",
            "virtiofs",
            "fuse.rclone");

    @Override
    public String subject() {
        return "home";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        FolderProbe home = machine.place(machine.home());
        if (home.refused() != null) {
            return List.of(Finding.problem(
                    subject(), "Nothing can be written in " + home.nearest() + ": " + home.refused() + ".", NEXT));
        }
        String where = home.folder() + " lies on a file system (" + home.fileSystem() + ") ";
        if (isOfWindows(machine, home)) {
            return List.of(Finding.problem(
                    subject(),
                    home.folder() + " lies on a disk of Windows, where PostgreSQL cannot keep its data to itself.",
                    "copy the workshop into the home of your Linux: cp -r . ~/workshop, and run it there"));
        }
        if (!home.lacks().isEmpty()) {
            return List.of(
                    Finding.problem(subject(), where + "without " + String.join(", ", home.lacks()) + ".", NEXT));
        }
        if (SHARES.contains(home.fileSystem().toLowerCase(Locale.ROOT))) {
            return List.of(Finding.warning(
                    subject(),
                    where + "of another machine: databases are slow there, and their locks may fail.",
                    NEXT));
        }
        return List.of(Finding.good(
                subject(),
                home.folder() + " can be written, and its file system (" + home.fileSystem()
                        + ") has locks and symbolic links."));
    }

    private static boolean isOfWindows(Machine machine, FolderProbe home) {
        return machine.property("os.version").toLowerCase(Locale.ROOT).contains("microsoft")
                && Set.of("9p", "v9fs", "drvfs").contains(home.fileSystem());
    }
}
