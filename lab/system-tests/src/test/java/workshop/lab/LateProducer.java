package workshop.lab;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import workshop.lab.services.Services;
import workshop.producer.RateLimit;
import workshop.producer.TransactionProducer;
import workshop.producer.progress.SendProgress;
import workshop.producer.random.RandomSource;
import workshop.settings.Settings;

/** Begins to send when its process ends, as a thread does that Ctrl-C meets between two files. HOME. */
public final class LateProducer {
    private LateProducer() {}

    public static void main(String[] arguments) {
        Settings settings =
                Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(Map.of()));
        TransactionProducer producer = TransactionProducer.connect(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            RandomSource source = new RandomSource(Workbench.events(10), InstantSource.system());
            System.out.println("sent "
                    + producer.send(source, RateLimit.unlimited(), SendProgress.silent())
                            .sent());
        }));
    }
}
