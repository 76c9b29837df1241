package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workshop.lab.services.Topics;
import workshop.settings.Settings;

@Command(
        name = "topics",
        header = "Create the topics where they are missing. Part of up.",
        description = "For a Kafka that is not the lab's: Compose's, or a cluster's.")
final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        System.out.println(create(common.settings()));
        return 0;
    }

    static String create(Settings settings) {
        Topics.create(settings);
        return "Kafka       " + settings.kafka() + ", topics " + settings.topic() + ", " + settings.deadLetterTopic()
                + " and " + settings.historyTopic();
    }
}
