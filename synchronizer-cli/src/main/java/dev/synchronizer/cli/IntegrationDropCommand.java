package dev.synchronizer.cli;

import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Integration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has tasks of connectors not done. */
@Command(
        name = "drop",
        description = "Has tasks not done, for good; those of the same key that wait behind them go on.",
        footer = "  synchronizer integration drop 12 13")
final class IntegrationDropCommand extends IntegrationDecisionCommand {
    @Parameters(paramLabel = "TASK", arity = "1..*", description = "The numbers of the tasks.")
    private List<String> words = new ArrayList<>();

    IntegrationDropCommand(Context context) {
        super(context);
    }

    @Override
    List<String> words() {
        return words;
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
