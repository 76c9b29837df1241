package workshop.lab.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The states of the live page, which its test brings about and takes pictures of. */
public final class StatePictures {
    private static final String LOOK = "lab/pictures, state 1";

    private StatePictures() {}

    /** @param folder of pictures, each with its text beside it */
    public static void keepAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pictures = files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
            for (Path picture : pictures) {
                String name = picture.getFileName().toString().replaceFirst("\\.png$", "");
                String text = Files.readString(folder.resolve(name + ".txt"));
                Album.keep(name, text, LOOK, PagePictures::isSame, () -> ImageIO.read(picture.toFile()));
            }
        }
    }
}
