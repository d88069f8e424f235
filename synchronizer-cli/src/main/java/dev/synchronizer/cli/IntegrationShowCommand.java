package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.ConnectorTaskReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a task of a connector. */
@Command(
        name = "show",
        description = "Shows a task: what it tells, how far it has come, and what stands in its way.",
        footer = {"  synchronizer integration show 12", "  synchronizer integration show 12 --format json"})
final class IntegrationShowCommand extends QueryCommand {
    @Parameters(paramLabel = "TASK", converter = TaskNumber.class, description = "The number of the task.")
    private long task;

    IntegrationShowCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        return require(synchronizer ->
                new ConnectorTaskReport(synchronizer.integration().task(task)));
    }
}
