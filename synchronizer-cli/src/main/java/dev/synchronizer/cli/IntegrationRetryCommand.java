package dev.synchronizer.cli;

import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.store.DeliveryState;
import picocli.CommandLine.Command;

/** Has tasks of connectors tried anew. */
@Command(
        name = "retry",
        description =
                "Has tasks tried anew as if they never had been, dead ones too: by the next integration run, or by an "
                        + "application that sees to tasks.",
        footer = "  synchronizer integration retry 12 13")
final class IntegrationRetryCommand extends IntegrationDecisionCommand {
    IntegrationRetryCommand(Context context) {
        super(context);
    }

    @Override
    ConnectorTask decide(Integration integration, long task) {
        return integration.retry(task);
    }

    @Override
    boolean isDecided(ConnectorTask task) {
        return task.isDone() || task.state() == DeliveryState.RETRY || task.state() == DeliveryState.PENDING;
    }
}
