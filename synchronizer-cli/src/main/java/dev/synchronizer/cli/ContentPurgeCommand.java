package dev.synchronizer.cli;

import dev.synchronizer.content.Items;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;

/** Deletes items for good. */
@Command(
        name = "purge",
        description = "Deletes items of the recycle bin for good, with all that stands below them.",
        footer = {"  synchronizer content purge 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b"})
final class ContentPurgeCommand extends ContentBinCommand {
    ContentPurgeCommand(Context context) {
        super(context);
    }

    @Override
    Map<UUID, Integer> change(Items items, List<UUID> ids) {
        return items.purge(database().actor(), ids);
    }

    @Override
    String deed() {
        return "deleted for good";
    }
}
