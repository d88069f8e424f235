package dev.synchronizer.cli;

import dev.synchronizer.content.Items;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;

/** Puts items into the recycle bin. */
@Command(
        name = "delete",
        description = "Puts items, with all that stands below them, into the recycle bin.",
        footer = {"  synchronizer content delete 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b"})
final class ContentDeleteCommand extends ContentBinCommand {
    ContentDeleteCommand(Context context) {
        super(context);
    }

    @Override
    Map<UUID, Integer> change(Items items, List<UUID> ids) {
        return items.delete(database().actor(), ids);
    }

    @Override
    String deed() {
        return "put into the recycle bin";
    }
}
