package workshop.lab.guide;

import java.util.List;

/**
 * A step of the guide: a heading {@code Step 3: The batch layer} and what stands below it, up to the next heading of its
 * level or above.
 *
 * @param number from 1; 0 for what stands under a heading without a number
 * @param pictures the images that it shows, as linked: {@code images/step-3.png}
 */
public record Step(int number, String title, List<Action> actions, List<String> pictures) {
    public List<Block> blocks() {
        return actions.stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .toList();
    }
}
