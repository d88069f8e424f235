package dev.synchronizer.cli;

import dev.synchronizer.integration.Connectors;
import dev.synchronizer.task.ConnectorChannel;
import picocli.CommandLine.Command;

/** Disables a connector. */
@Command(
        name = "disable",
        description =
                "Has no more changes logged for a connector; what is logged, and what comes from it, waits until it is enabled.",
        footer = {"  synchronizer integration disable shop"})
final class IntegrationDisableCommand extends ConnectorChangeCommand {
    IntegrationDisableCommand(Context context) {
        super(context);
    }

    @Override
    ConnectorChannel change(Connectors connectors, String connector, String actor) {
        return connectors.disable(actor, connector);
    }
}
