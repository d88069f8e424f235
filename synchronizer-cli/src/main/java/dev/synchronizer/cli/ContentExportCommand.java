package dev.synchronizer.cli;

import dev.synchronizer.content.ItemQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes items as lines of JSON. */
@Command(
        name = "export",
        description =
                "Writes items as lines of JSON, one for each, in the order of their ids: with all that they hold, "
                        + "also of properties that code no longer declares.",
        footer = {
            "  synchronizer content export > items.jsonl",
            "  synchronizer content export Article --output articles.jsonl"
        })
final class ContentExportCommand extends StoreCommand {
    @Mixin
    private final ItemChoice choice = new ItemChoice();

    ContentExportCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run() {
        ItemQuery query = choice.query(this::wrongUsage);
        return require(synchronizer -> {
            choice.require(synchronizer.items());
            try (ConsoleProgress progress = progress()) {
                output().stream(
                        surroundings(),
                        stream -> synchronizer
                                .transfer()
                                .export(query, stream, number -> progress.counted("Items written", number)));
            }
            return ExitCode.DONE;
        });
    }
}
