package dev.synchronizer.cli;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an item another name. */
@Command(
        name = "rename",
        description = "Gives an item another name.",
        footer = {"  synchronizer content rename 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b Opening"})
final class ContentRenameCommand extends ContentChangeCommand {
    @Parameters(index = "0", paramLabel = "ITEM", description = "The item's id.")
    private UUID id = new UUID(0, 0);

    @Parameters(index = "1", paramLabel = "NAME", description = "The name that it is to have.")
    private String name = "";

    ContentRenameCommand(Context context) {
        super(context);
    }

    @Override
    Item change(Items items) {
        return items.rename(database().actor(), id, name);
    }

    @Override
    String sentence(Item item) {
        return "Renamed.";
    }
}
