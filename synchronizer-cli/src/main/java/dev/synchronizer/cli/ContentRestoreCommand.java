package dev.synchronizer.cli;

import dev.synchronizer.content.Items;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;

/** Takes items out of the recycle bin. */
@Command(
        name = "restore",
        description = "Takes items out of the recycle bin, with all that was deleted with them.",
        footer = {"  synchronizer content restore 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b"})
final class ContentRestoreCommand extends ContentBinCommand {
    ContentRestoreCommand(Context context) {
        super(context);
    }

    @Override
    Map<UUID, Integer> change(Items items, List<UUID> ids) {
        return items.restore(database().actor(), ids);
    }

    @Override
    String deed() {
        return "taken out of the recycle bin";
    }
}
