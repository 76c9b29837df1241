package workshop.lab;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** That a class holds no string with one of these texts, in plain ASCII; its comments may. Its class file has all strings. */
final class HoldsNoText extends ArchCondition<JavaClass> {
    private final List<String> texts;

    HoldsNoText(String... texts) {
        super("hold no string with " + String.join(" or ", texts));
        this.texts = List.of(texts);
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        String content = content(item);
        texts.stream()
                .filter(content::contains)
                .forEach(text -> events.add(
                        SimpleConditionEvent.violated(item, item.getName() + " holds a string with " + text)));
    }

    private static String content(JavaClass item) {
        try (InputStream file = item.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
