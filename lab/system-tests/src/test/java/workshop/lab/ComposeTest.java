package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;
import workshop.lab.services.Home;
import workshop.lab.services.Topics;
import workshop.settings.Command;
import workshop.settings.Runner;
import workshop.settings.Settings;

/** What docker-compose.yml, Dockerfile and their configuration promise, read from the files. */
class ComposeTest {
    private static final Path ROOT = Home.root();
    private static final Pattern VERSION =
            Pattern.compile("<(spark|kafka-broker|postgresql.binaries).version>([^<]+)<");
    private static final Pattern MEGABYTES = Pattern.compile("(\\d+)(m|g)");
    private static final Set<String> SHORT_LIVED = Set.of("topics", "migrate", "jars");

    private final Map<String, Object> file = read(ROOT.resolve("docker-compose.yml"));
    private final Map<String, Map<String, Object>> services = cast(file.get("services"));

    @TestFactory
    List<DynamicTest> every_image_has_the_version_that_the_pom_has() throws Exception {
        Map<String, String> versions = new TreeMap<>();
        Matcher version = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
        while (version.find()) {
            versions.put(version.group(1), version.group(2));
        }
        Map<String, String> wanted = Map.of(
                "apache/spark",
                versions.get("spark") + "-scala2.13-java17-ubuntu",
                "apache/kafka",
                versions.get("kafka-broker"),
                "postgres",
                versions.get("postgresql.binaries").replaceFirst("\\..*", ""),
                "lambda-workshop",
                "1.0");
        return each((name, service) -> {
            String[] image = ((String) service.get("image")).split(":");
            assertThat(image).hasSize(2);
            assertThat(image[1]).isEqualTo(wanted.get(image[0]));
        });
    }

    @Test
    void our_image_is_built_by_one_service_and_pulled_by_none() {
        assertThat(services.values().stream().filter(service -> service.containsKey("build")))
                .hasSize(1);
        services.values().stream()
                .filter(service -> ((String) service.get("image")).startsWith("lambda-workshop:"))
                .forEach(service -> assertThat(service.get("pull_policy")).isIn("never", "build"));
    }

    @TestFactory
    List<DynamicTest> every_port_is_on_loopback() {
        return each((name, service) -> {
            List<String> ports = cast(service.getOrDefault("ports", List.of()));
            assertThat(ports).allMatch(port -> port.startsWith("127.0.0.1:"));
            assertThat(service).doesNotContainKeys("network_mode", "privileged", "expose");
        });
    }

    @TestFactory
    List<DynamicTest> what_runs_for_long_has_a_healthcheck_and_starts_again() {
        return each((name, service) -> {
            boolean longLived = !SHORT_LIVED.contains(name);
            assertThat(service.containsKey("healthcheck")).isEqualTo(longLived);
            assertThat(service.get("restart")).isEqualTo(longLived ? "unless-stopped" : null);
        });
    }

    @TestFactory
    List<DynamicTest> who_depends_on_another_waits_for_a_condition() {
        return each((name, service) -> {
            Map<String, Map<String, Object>> others = cast(service.getOrDefault("depends_on", Map.of()));
            others.forEach((other, how) -> assertThat(how.get("condition"))
                    .as(other)
                    .isEqualTo(SHORT_LIVED.contains(other) ? "service_completed_successfully" : "service_healthy"));
            assertThat(services.keySet()).containsAll(others.keySet());
        });
    }

    @Test
    void all_that_runs_at_once_fits_a_laptop_of_8_GB() {
        long megabytes = services.values().stream()
                .mapToLong(service -> megabytes((String) service.get("mem_limit")))
                .sum();
        assertThat(megabytes).isLessThan(8_000);
        long always = services.entrySet().stream()
                .filter(service -> !SHORT_LIVED.contains(service.getKey()))
                .mapToLong(service -> megabytes((String) service.getValue().get("mem_limit")))
                .sum();
        assertThat(always).isLessThan(6_200);
    }

    private static long megabytes(String limit) {
        Matcher parts = MEGABYTES.matcher(limit);
        assertThat(parts.matches()).as(limit).isTrue();
        return Long.parseLong(parts.group(1)) * (parts.group(2).equals("g") ? 1024 : 1);
    }

    @TestFactory
    List<DynamicTest> every_file_that_is_mounted_exists_and_every_volume_is_named() {
        Map<String, Object> volumes = cast(file.get("volumes"));
        return each((name, service) -> {
            List<String> mounts = cast(service.getOrDefault("volumes", List.of()));
            for (String mount : mounts) {
                String source = mount.split(":")[0];
                if (source.startsWith(".")) {
                    assertThat(ROOT.resolve(source)).exists();
                    assertThat(mount).endsWith(":ro");
                } else {
                    assertThat(volumes).containsKey(source);
                }
            }
        });
    }

    @TestFactory
    List<DynamicTest> every_variable_of_ours_is_known_and_has_a_value_that_can_be() {
        return each((name, service) -> {
            Map<String, Object> environment = cast(service.getOrDefault("environment", Map.of()));
            Map<String, String> ours = new TreeMap<>();
            environment.forEach((variable, value) -> {
                if (variable.startsWith("WORKSHOP_")) {
                    ours.put(variable, value == null ? "from-the-environment" : value.toString());
                }
            });
            assertThatCode(() -> Settings.of(ours)).doesNotThrowAnyException();
        });
    }

    @Test
    void what_runs_a_layer_or_the_command_line_names_commands_as_docker_compose_has_them() {
        for (String name : List.of("spark-master", "workshop", "topics", "migrate")) {
            assertThat(Runner.named(Map.of(
                            "WORKSHOP_RUNNER", String.valueOf(environment(name).get("WORKSHOP_RUNNER")))))
                    .as(name)
                    .contains(Runner.COMPOSE);
        }
        assertThat(Command.SPEED.typed(Runner.COMPOSE)).startsWith("docker compose exec spark-master spark-submit ");
        assertThat(Command.QUERY.typed(Runner.COMPOSE)).startsWith("docker compose run --rm workshop ");
    }

    @Test
    void no_password_stands_in_the_file_but_the_superusers_default_which_is_ours() {
        assertThat(environment("postgres").get("POSTGRES_PASSWORD"))
                .isEqualTo(
                        "${WORKSHOP_PASSWORD_POSTGRES:-" + Settings.of(Map.of()).superuserPassword() + "}");
        services.forEach((name, service) -> environment(name).forEach((variable, value) -> {
            if (variable.contains("PASSWORD") && !variable.equals("POSTGRES_PASSWORD")) {
                assertThat(value).as(name + " " + variable).isNull();
            }
        }));
    }

    @Test
    void only_the_service_that_migrates_knows_owner_and_superuser() {
        services.keySet().forEach(name -> assertThat(environment(name).keySet().stream()
                        .filter(variable -> variable.matches("WORKSHOP_PASSWORD_(WORKSHOP_OWNER|POSTGRES)"))
                        .count())
                .as(name)
                .isEqualTo(name.equals("migrate") ? 2 : 0));
    }

    @Test
    void spark_is_told_of_this_master_and_of_a_slot_for_each_partition() throws IOException {
        Properties defaults = new Properties();
        try (Reader in = Files.newBufferedReader(ROOT.resolve("lab/containers/spark-defaults.conf"))) {
            defaults.load(in);
        }
        assertThat(defaults.getProperty("spark.master")).isEqualTo("spark://spark-master:7077");
        assertThat(services).containsKey(defaults.getProperty("spark.driver.host"));
        assertThat(Integer.parseInt(defaults.getProperty("spark.cores.max"))).isGreaterThanOrEqualTo(Topics.PARTITIONS);
    }

    @Test
    void the_image_runs_as_a_user_who_is_not_root_and_takes_pinned_images() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("Dockerfile"));
        assertThat(lines).filteredOn(line -> line.startsWith("USER ")).containsExactly("USER workshop");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .allMatch(line -> line.matches("FROM eclipse-temurin:17-(jdk|jre)( AS build)?"));
        assertThat(lines).noneMatch(line -> line.matches("(?i).*(password|secret|token).*"));
    }

    private Map<String, Object> environment(String service) {
        return cast(services.get(service).getOrDefault("environment", Map.of()));
    }

    private interface Check {
        void of(String name, Map<String, Object> service) throws Exception;
    }

    private List<DynamicTest> each(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        services.forEach((name, service) -> tests.add(DynamicTest.dynamicTest(name, () -> check.of(name, service))));
        assertThat(tests.stream().map(DynamicTest::getDisplayName).collect(Collectors.toSet()))
                .contains("kafka", "postgres", "spark-master", "spark-worker-1", "spark-worker-2", "workshop");
        return tests;
    }

    private static Map<String, Object> read(Path path) {
        try (Reader in = Files.newBufferedReader(path)) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML has no types; a wrong one fails the test
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
