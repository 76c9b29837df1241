package workshop.lab.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The states of the live page, which its test brings about and takes pictures of. */
public final class StatePictures {
    private static final String LOOK = "lab/pictures, state 1";

    /** Taken while events come: its amounts are others each time, only its words count. */
    private static final String MOVING = "dashboard-3-speed";

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
                BiPredicate<String, String> isSame =
                        name.equals(MOVING) ? PagePictures::hasSameWords : PagePictures::isSame;
                Album.keep(name, text, LOOK, isSame, () -> ImageIO.read(picture.toFile()));
            }
        }
    }
}
