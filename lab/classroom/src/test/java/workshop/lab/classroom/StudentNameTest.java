package workshop.lab.classroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.settings.WorkshopException;

class StudentNameTest {
    @TempDir
    private Path folder;

    /** These bytes are for ever: a teacher who grades with a newer version must make the same dataset again. */
    @ParameterizedTest
    @CsvSource({
        "history.json, 3fcc0e8aa5461f54e40647a74f3409487d80593e4e52711fb3abc75da63b729c",
        "events.json, 1b066bd8ef68be6b269c586bb41ad1d6bab705a3b1899ad7c8377b3bc1308314"
    })
    void a_name_always_leads_to_the_same_bytes(String file, String sha256) throws IOException {
        new StudentName("Lina").dataset().writeTo(folder, "history.json");

        assertThat(sha256(Files.readAllBytes(folder.resolve(file)))).isEqualTo(sha256);
    }

    @Test
    void a_dataset_is_two_files_and_no_answers() throws IOException {
        new StudentName("Lina").dataset().writeTo(folder, "history.json");

        assertThat(folder).isDirectoryContaining("glob:**history.json").isDirectoryContaining("glob:**events.json");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void letters_beyond_ascii_are_taken_as_utf_8() {
        String history =
                String.join("\n", new StudentName("Zo\u00e9 \u738b").dataset().history());

        assertThat(sha256(history.getBytes(UTF_8)))
                .isEqualTo("9860f5f03518a919734997103f44a5f7adf8a9e48451a90e95972850bfc84606");
    }

    @ParameterizedTest
    @CsvSource({"Zo\u00e9, Zoe\u0301", "Ana Maria, '  Ana\u00a0\t Maria '"})
    void what_looks_the_same_is_the_same_seed(String one, String other) {
        assertThat(new StudentName(other)).isEqualTo(new StudentName(one));
    }

    @ParameterizedTest
    @CsvSource({"Lina, lina", "7, 07", "Ana/Maria, Ana-Maria", "Ana%2FMaria, Ana/Maria"})
    void other_names_have_other_data_and_other_folders(String one, String other) {
        StudentName first = new StudentName(one);
        StudentName second = new StudentName(other);

        assertThat(first.dataset().history()).isNotEqualTo(second.dataset().history());
        assertThat(first.dataset().events()).isNotEqualTo(second.dataset().events());
        assertThat(first.fileName()).isNotEqualTo(second.fileName());
    }

    @ParameterizedTest
    @CsvSource({
        "Lina, Lina",
        "2026-17, 2026-17",
        "Zo\u00e9 O'Neil, Zo\u00e9 O'Neil",
        "a/../b, a%2F..%2Fb",
        "a\\b, a%5Cb"
    })
    void a_folder_is_named_after_the_student_and_never_leads_elsewhere(String name, String fileName) {
        assertThat(new StudentName(name).fileName()).isEqualTo(fileName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "..", ".hidden", "/etc", "-x", "=1+1", "Li\u0007na", "Li\u200bna", "Zo\ufffd"})
    void what_is_no_name_is_refused(String text) {
        assertThatThrownBy(() -> new StudentName(text)).isInstanceOf(WorkshopException.class);
        assertThatThrownBy(() -> new StudentName("a".repeat(61))).hasMessage("That is no name of a student.");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
