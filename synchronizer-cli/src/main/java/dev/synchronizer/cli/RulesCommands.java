package dev.synchronizer.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** The commands that administer rules. */
@Command(
        name = "rules",
        description = "Adds, shows, switches, tries and removes rules that run when items are saved.",
        footer = {"", "rules COMMAND --help explains a command."})
final class RulesCommands extends CommandGroup {
    private static final List<String> NAMES =
            List.of("add", "list", "show", "enable", "disable", "remove", "test", "apply");

    @Override
    List<String> names() {
        return NAMES;
    }

    @Override
    Object make(String name, Context context) {
        return switch (name) {
            case "add" -> new RulesAddCommand(context);
            case "list" -> new RulesListCommand(context);
            case "show" -> new RulesShowCommand(context);
            case "enable" -> new RulesEnableCommand(context);
            case "disable" -> new RulesDisableCommand(context);
            case "remove" -> new RulesRemoveCommand(context);
            case "test" -> new RulesTestCommand(context);
            case "apply" -> new RulesApplyCommand(context);
            default -> throw new IllegalArgumentException("there is no command rules " + name);
        };
    }
}
