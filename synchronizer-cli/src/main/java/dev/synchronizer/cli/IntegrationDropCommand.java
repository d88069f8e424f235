package dev.synchronizer.cli;

import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Integration;
import picocli.CommandLine.Command;

/** Has tasks of connectors not done. */
@Command(
        name = "drop",
        description = "Has tasks not done, for good; those of the same key that wait behind them go on.",
        footer = "  synchronizer integration drop 12 13")
final class IntegrationDropCommand extends IntegrationDecisionCommand {
    IntegrationDropCommand(Context context) {
        super(context);
    }

    @Override
    ConnectorTask decide(Integration integration, long task) {
        return integration.drop(task);
    }

    @Override
    boolean isDecided(ConnectorTask task) {
        return task.isDone();
    }
}
