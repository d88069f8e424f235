package dev.synchronizer.cli;

import dev.synchronizer.cli.render.InvalidItemsReport;
import dev.synchronizer.content.ItemQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Holds items against their types. */
@Command(
        name = "validate",
        description = "Holds items against their types as they are today, and lists those that the next save would not "
                + "let through.",
        footer = {"  synchronizer content validate", "  synchronizer content validate Article --format json"})
final class ContentValidateCommand extends StoreCommand {
    private static final int FIRST = 20;

    @Mixin
    private final ItemChoice choice = new ItemChoice();

    ContentValidateCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run() {
        ItemQuery query = choice.query(this::wrongUsage);
        InvalidItemsReport report = new InvalidItemsReport(output().all() ? Integer.MAX_VALUE : FIRST);
        return require(synchronizer -> {
            choice.require(synchronizer.items());
            try (ConsoleProgress progress = progress()) {
                report.lookedAt(synchronizer
                        .items()
                        .validate(query, report::add, number -> progress.counted("Items looked at", number)));
            }
            show(report);
            return report.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        });
    }
}
