package dev.synchronizer.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** The commands that tell other servers of changes. */
@Command(
        name = "staging",
        description = "Tells other servers of changes, and sees to what could not be told.",
        footer = {"", "staging COMMAND --help explains a command."})
final class StagingCommands extends CommandGroup {
    private static final List<String> NAMES = List.of(
            "servers", "tasks", "show", "run", "retry", "drop", "resolve", "enqueue", "serve", "export", "import");

    @Override
    List<String> names() {
        return NAMES;
    }

    @Override
    Object make(String name, Context context) {
        return switch (name) {
            case "servers" -> new StagingServersCommands();
            case "tasks" -> new StagingTasksCommand(context);
            case "show" -> new StagingShowCommand(context);
            case "run" -> new StagingRunCommand(context);
            case "retry" -> new StagingRetryCommand(context);
            case "drop" -> new StagingDropCommand(context);
            case "resolve" -> new StagingResolveCommand(context);
            case "enqueue" -> new StagingEnqueueCommand(context);
            case "serve" -> new StagingServeCommand(context);
            case "export" -> new StagingExportCommand(context);
            case "import" -> new StagingImportCommand(context);
            default -> throw new IllegalArgumentException("there is no command staging " + name);
        };
    }
}
