package dev.synchronizer.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** The commands that work with items. */
@Command(
        name = "content",
        description = "Makes, shows, changes, deletes and carries items.",
        footer = {"", "content COMMAND --help explains a command."})
final class ContentCommands extends CommandGroup {
    private static final List<String> NAMES = List.of(
            "create",
            "set",
            "show",
            "list",
            "duplicate",
            "rename",
            "move",
            "delete",
            "restore",
            "purge",
            "import",
            "export",
            "validate");

    @Override
    List<String> names() {
        return NAMES;
    }

    @Override
    Object make(String name, Context context) {
        return switch (name) {
            case "create" -> new ContentCreateCommand(context);
            case "set" -> new ContentSetCommand(context);
            case "show" -> new ContentShowCommand(context);
            case "list" -> new ContentListCommand(context);
            case "duplicate" -> new ContentDuplicateCommand(context);
            case "rename" -> new ContentRenameCommand(context);
            case "move" -> new ContentMoveCommand(context);
            case "delete" -> new ContentDeleteCommand(context);
            case "restore" -> new ContentRestoreCommand(context);
            case "purge" -> new ContentPurgeCommand(context);
            case "import" -> new ContentImportCommand(context);
            case "export" -> new ContentExportCommand(context);
            case "validate" -> new ContentValidateCommand(context);
            default -> throw new IllegalArgumentException("there is no command content " + name);
        };
    }
}
