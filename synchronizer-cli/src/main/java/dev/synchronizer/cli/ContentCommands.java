package dev.synchronizer.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that work with items; none but the one that is meant is loaded. */
@Command(
        name = "content",
        description = "Makes, shows, changes, deletes and carries items.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "content COMMAND --help explains a command."})
final class ContentCommands implements Callable<Integer> {
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

    private @Spec CommandSpec spec = CommandSpec.create();

    /** The group with all of its commands. */
    static CommandLine all(Context context) {
        CommandLine group = new CommandLine(new ContentCommands());
        NAMES.forEach(name -> group.addSubcommand(name, make(name, context)));
        return group;
    }

    /** The group with the only command that can be meant; with all of them where that is not clear. */
    static CommandLine meantBy(String second, Context context) {
        return NAMES.contains(second)
                ? new CommandLine(new ContentCommands()).addSubcommand(second, make(second, context))
                : all(context);
    }

    private static Object make(String name, Context context) {
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

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
