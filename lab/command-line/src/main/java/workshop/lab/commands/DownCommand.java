package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        header = "Stop Kafka and PostgreSQL.",
        description = "Their data stays; ./workshop up goes on with it. ./workshop reset deletes it.")
final class DownCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        common.services().down();
        System.out.println("Kafka and PostgreSQL are stopped. Their data stays in " + common.home() + ".");
        return 0;
    }
}
