package dev.synchronizer.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** The commands that see to what goes to other systems and comes from there. */
@Command(
        name = "integration",
        description = "Tells other systems of changes by their connectors, takes in theirs, and sees to what failed.",
        footer = {"", "integration COMMAND --help explains a command."})
final class IntegrationCommands extends CommandGroup {
    private static final List<String> NAMES =
            List.of("connectors", "enable", "disable", "treat", "tasks", "show", "run", "retry", "drop");

    @Override
    List<String> names() {
        return NAMES;
    }

    @Override
    Object make(String name, Context context) {
        return switch (name) {
            case "connectors" -> new IntegrationConnectorsCommand(context);
            case "enable" -> new IntegrationEnableCommand(context);
            case "disable" -> new IntegrationDisableCommand(context);
            case "treat" -> new IntegrationTreatCommand(context);
            case "tasks" -> new IntegrationTasksCommand(context);
            case "show" -> new IntegrationShowCommand(context);
            case "run" -> new IntegrationRunCommand(context);
            case "retry" -> new IntegrationRetryCommand(context);
            case "drop" -> new IntegrationDropCommand(context);
            default -> throw new IllegalArgumentException("there is no command integration " + name);
        };
    }
}
