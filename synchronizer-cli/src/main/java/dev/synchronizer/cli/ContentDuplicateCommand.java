package dev.synchronizer.cli;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies an item. */
@Command(
        name = "duplicate",
        description = "Makes a copy of an item beside it, of what it holds in properties that are in use.",
        footer = {
            "  synchronizer content duplicate 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b",
            "  synchronizer content duplicate 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b --name B"
        })
final class ContentDuplicateCommand extends ContentChangeCommand {
    @Parameters(paramLabel = "ITEM", description = "The item's id.")
    private UUID id = new UUID(0, 0);

    @Option(names = "--name", paramLabel = "NAME", description = "The copy's name; the same if left out.")
    private @Nullable String name;

    @Option(names = "--with-children", fallbackValue = "true", description = "Copy all that stands below the item too.")
    private boolean withChildren;

    ContentDuplicateCommand(Context context) {
        super(context);
    }

    @Override
    Item change(Items items) {
        return items.duplicate(database().actor(), id, name, withChildren);
    }

    @Override
    String sentence(Item item) {
        return "Copied.";
    }
}
