package dev.synchronizer.cli;

import dev.synchronizer.integration.Connectors;
import dev.synchronizer.task.ConnectorChannel;
import picocli.CommandLine.Command;

/** Enables a connector. */
@Command(
        name = "enable",
        description = "Has changes logged for a connector from now on, and its tasks done that wait.",
        footer = {"  synchronizer integration enable shop"})
final class IntegrationEnableCommand extends ConnectorChangeCommand {
    IntegrationEnableCommand(Context context) {
        super(context);
    }

    @Override
    ConnectorChannel change(Connectors connectors, String connector, String actor) {
        return connectors.enable(actor, connector);
    }
}
