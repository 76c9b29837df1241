package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import workshop.lab.services.Home;

/** The drawing of the modules in docs/house.md is what the poms say. {@code -Dhouse.draw=true} draws it anew. */
class HouseTest {
    private static final Path ROOT = Home.root();
    private static final Path PAGE = ROOT.resolve("docs/house.md");
    private static final String BEGIN = "```mermaid\n";
    private static final String END = "```\n";

    @Test
    void the_drawing_of_the_modules_is_what_the_poms_say() throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END, begin + BEGIN.length()) + END.length();
        String drawn = page.substring(0, begin) + drawing(modules()) + page.substring(end);
        if (Boolean.getBoolean("house.draw")) {
            Files.writeString(PAGE, drawn);
        }

        assertThat(Files.readString(PAGE))
                .as("draw it anew: ./mvnw package -Dtest=HouseTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dhouse.draw=true")
                .isEqualTo(drawn);
    }

    @Test
    void every_module_says_in_a_readme_what_lives_there() throws Exception {
        for (String module : modules().keySet()) {
            assertThat(ROOT.resolve(module + "/README.md")).exists();
        }
    }

    /** By folder, seen from the root: the artifacts of ours that a module uses, test scope apart. */
    private static Map<String, Module> modules() throws Exception {
        Map<String, Module> modules = new TreeMap<>();
        try (Stream<Path> poms = Files.walk(ROOT, 3)) {
            for (Path pom : poms.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !file.toString().contains("target"))
                    .toList()) {
                Element project = parse(pom);
                if (!pom.getParent().equals(ROOT)) {
                    String folder = ROOT.relativize(pom.getParent()).toString().replace('\\', '/');
                    modules.put(folder, new Module(text(project, "artifactId"), uses(project)));
                }
            }
        }
        return modules;
    }

    private record Module(String artifact, List<String> uses) {}

    private static Element parse(Path pom) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
    }

    private static List<String> uses(Element project) {
        List<String> uses = new ArrayList<>();
        NodeList dependencies = project.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if ("workshop.lambda".equals(text(dependency, "groupId")) && !"test".equals(text(dependency, "scope"))) {
                uses.add(text(dependency, "artifactId"));
            }
        }
        return uses;
    }

    /** The text of a child; empty if there is none. */
    private static String text(Element parent, String name) {
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            if (parent.getChildNodes().item(i).getNodeName().equals(name)) {
                return parent.getChildNodes().item(i).getTextContent().strip();
            }
        }
        return "";
    }

    private static String drawing(Map<String, Module> modules) throws IOException {
        StringBuilder text = new StringBuilder(BEGIN)
                .append("flowchart BT\n    accTitle: The modules; an arrow goes from a module to one that it uses\n");
        modules.forEach((folder, module) -> {
            if (!isFloor(folder, modules)) {
                text.append("    ")
                        .append(module.artifact())
                        .append("[\"")
                        .append(folder)
                        .append("\"]\n");
            }
        });
        modules.values().forEach(module -> module.uses().forEach(used -> text.append("    ")
                .append(module.artifact())
                .append(" --> ")
                .append(used)
                .append('\n')));
        return text.append(END).toString();
    }

    /** Whether it only gathers the rooms below it. */
    private static boolean isFloor(String folder, Map<String, Module> modules) {
        return modules.keySet().stream().anyMatch(other -> other.startsWith(folder + "/"));
    }
}
