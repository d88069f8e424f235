package dev.synchronizer.cli;

import dev.synchronizer.cli.render.ItemReport;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an item. */
@Command(
        name = "show",
        description = "Shows an item with what it holds, be it in the recycle bin; long values in full with --format "
                + "json.",
        footer = {"  synchronizer content show 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b"})
final class ContentShowCommand extends StoreCommand {
    @Parameters(paramLabel = "ITEM", description = "The item's id.")
    private UUID id = new UUID(0, 0);

    ContentShowCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run() {
        return require(synchronizer -> {
            show(new ItemReport(
                    synchronizer.items().get(id), synchronizer.transfer().line(id), ""));
            return ExitCode.DONE;
        });
    }
}
