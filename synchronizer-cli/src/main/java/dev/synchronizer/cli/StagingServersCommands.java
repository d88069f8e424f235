package dev.synchronizer.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** The commands that administer other servers. */
@Command(
        name = "servers",
        description = "Adds, lists, tries, switches and removes servers that changes are told, and that tell theirs.",
        footer = {"", "staging servers COMMAND --help explains a command."})
final class StagingServersCommands extends CommandGroup {
    private static final List<String> NAMES = List.of("add", "list", "test", "enable", "disable", "remove");

    @Override
    List<String> names() {
        return NAMES;
    }

    @Override
    Object make(String name, Context context) {
        return switch (name) {
            case "add" -> new ServersAddCommand(context);
            case "list" -> new ServersListCommand(context);
            case "test" -> new ServersTestCommand(context);
            case "enable" -> new ServersEnableCommand(context);
            case "disable" -> new ServersDisableCommand(context);
            case "remove" -> new ServersRemoveCommand(context);
            default -> throw new IllegalArgumentException("there is no command staging servers " + name);
        };
    }
}
