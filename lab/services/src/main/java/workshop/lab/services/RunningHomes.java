package workshop.lab.services;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The homes of this user whose services run, found by the arguments of the processes. */
public final class RunningHomes {
    private static final String POSTGRES_DATA = "/postgres/data";

    private RunningHomes() {}

    /** Each with its servers' processes. */
    public static Map<Path, List<Long>> find() {
        Map<Path, List<Long>> homes = new TreeMap<>();
        Optional<String> user = ProcessHandle.current().info().user();
        Processes.find(arguments -> home(arguments).isPresent()).stream()
                .filter(process -> process.info().user().equals(user)) // others' are theirs to end
                .forEach(process -> home(Processes.arguments(process))
                        .ifPresent(home -> homes.computeIfAbsent(home, path -> new ArrayList<>())
                                .add(process.pid())));
        return homes;
    }

    private static Optional<Path> home(List<String> arguments) {
        int data = arguments.indexOf("-D") + 1;
        if (data > 0 && data < arguments.size() && arguments.get(data).endsWith(POSTGRES_DATA)) {
            String path = arguments.get(data);
            return Optional.of(Path.of(path.substring(0, path.length() - POSTGRES_DATA.length())));
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith(BrokerJvm.HOME_MARK))
                .map(argument -> Path.of(argument.substring(BrokerJvm.HOME_MARK.length())))
                .findFirst();
    }
}
