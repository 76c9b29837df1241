package workshop.lab.measure;

import java.nio.file.Path;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.services.Services;
import workshop.lab.services.Topics;
import workshop.serving.Migrations;
import workshop.settings.Settings;

/** Fresh services in a home of their own, and the jobs that work with them. Closing it stops and deletes everything. */
final class Site implements AutoCloseable {
    private final Path home;
    private final Services services;
    private final Thread onCtrlC = new Thread(this::end, "stop-measuring");
    private final Settings settings;
    private final Jobs jobs;

    /** @param main of the command line, which starts jobs */
    Site(Class<?> main, Path home) {
        this.home = home;
        this.services = Services.at(home);
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        try {
            this.settings = services.up(Ports.ANY).settings(Settings.of(System.getenv()));
            Topics.create(settings);
            Migrations.migrate(settings);
            this.jobs = new Jobs(main, home);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Path home() {
        return home;
    }

    Settings settings() {
        return settings;
    }

    Jobs jobs() {
        return jobs;
    }

    private void end() {
        if (jobs != null) {
            jobs.close();
        }
        services.down();
        Home.delete(home);
        home.getParent().toFile().delete(); // which does nothing where another site has its home in it
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException ctrlC) {
            return; // the hook does it
        }
        end();
    }
}
