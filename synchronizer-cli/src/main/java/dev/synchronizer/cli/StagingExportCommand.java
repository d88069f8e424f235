package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.DirectoryExportReport;
import dev.synchronizer.staging.directory.DeletionLimit;
import dev.synchronizer.staging.directory.ThingFilter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a directory. */
@Command(
        name = "export",
        description =
                "Writes items, definitions, overrides and rules as files, one for each, and removes the files of those "
                        + "that are gone. The same content makes the same bytes; other files are left alone.",
        footer = {
            "  synchronizer staging export content",
            "  synchronizer staging export content --kind item --type Note"
        })
final class StagingExportCommand extends QueryCommand {
    @Parameters(paramLabel = "DIR", description = "The folder; it is made where there is none.")
    private Path directory = Path.of("");

    @Mixin
    private final ThingOptions things = new ThingOptions();

    @Mixin
    private final DeletionOption deletions = new DeletionOption();

    StagingExportCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        ThingFilter filter = things.filter(this::wrongUsage);
        DeletionLimit limit = DeletionLimit.STANDARD.allowing(deletions.allowed(this::wrongUsage));
        return require(synchronizer -> {
            try (ConsoleProgress progress = progress()) {
                return new DirectoryExportReport(synchronizer
                        .directory(directory)
                        .export(filter, limit, number -> progress.counted("Things exported", number)));
            }
        });
    }
}
