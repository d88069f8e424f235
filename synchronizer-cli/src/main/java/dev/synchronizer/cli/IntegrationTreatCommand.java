package dev.synchronizer.cli;

import dev.synchronizer.integration.Connectors;
import dev.synchronizer.task.ConnectorChannel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what becomes of tasks of a connector that fail. */
@Command(
        name = "treat",
        description =
                "Says what becomes of tasks of a connector that fail; what is left out is as it is for a new connector.",
        footer = {
            "  synchronizer integration treat shop --attempts 20 --retry-longest 1h",
            "  synchronizer integration treat shop --on-failure skip"
        })
final class IntegrationTreatCommand extends ConnectorChangeCommand {
    @Mixin
    private final FailurePolicyOptions failures = new FailurePolicyOptions();

    IntegrationTreatCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run() {
        failures.retries(this::wrongUsage);
        return super.run();
    }

    @Override
    ConnectorChannel change(Connectors connectors, String connector, String actor) {
        return connectors.treat(actor, connector, failures.failures(), failures.retries(this::wrongUsage));
    }
}
