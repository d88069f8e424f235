package dev.synchronizer.cli;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts an item elsewhere. */
@Command(
        name = "move",
        description = "Puts an item, with all that stands below it, below another one, or at the top.",
        footer = {
            "  synchronizer content move 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b --top",
        })
final class ContentMoveCommand extends ContentChangeCommand {
    @Parameters(paramLabel = "ITEM", description = "The item's id.")
    private UUID id = new UUID(0, 0);

    @Option(names = "--parent", paramLabel = "ITEM", description = "The id of the item that it is to stand below.")
    private @Nullable UUID parent;

    @Option(names = "--top", fallbackValue = "true", description = "Below no other item.")
    private boolean top;

    ContentMoveCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (top == (parent != null)) {
            throw wrongUsage("it takes either --parent or --top to say where");
        }
    }

    @Override
    Item change(Items items) {
        return items.move(database().actor(), id, parent);
    }

    @Override
    String sentence(Item item) {
        return "Moved.";
    }
}
