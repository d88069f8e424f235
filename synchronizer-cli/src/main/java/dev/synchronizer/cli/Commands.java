package dev.synchronizer.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.HelpCommand;

/** All commands by name, in the order of the help; none is loaded before it is needed. */
final class Commands {
    private static final List<String> NAMES = List.of(
            "sync",
            "apply",
            "validate",
            "diff",
            "types",
            "explain",
            "set",
            "revert",
            "adopt",
            "define",
            "undefine",
            "history",
            "undo",
            "content",
            "rules",
            "pipeline",
            "staging",
            "integration",
            "doctor",
            "help",
            "generate-completion",
            "generate-manual");

    private final Context context;

    Commands(Context context) {
        this.context = context;
    }

    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String name : NAMES) {
            Object made = make(name);
            all.put(name, made instanceof CommandGroup group ? group.all(context) : made);
        }
        return all;
    }

    /** The only command that the arguments can mean; all where that is not clear, or where one looks at the others. */
    Map<String, Object> meantBy(String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (NAMES.contains(first) && !first.equals("help") && !first.startsWith("generate-")) {
            Object meant = make(first);
            List<String> others = Arrays.asList(arguments).subList(1, arguments.length);
            return Map.of(first, meant instanceof CommandGroup group ? group.meantBy(others, context) : meant);
        }
        boolean versionOnly = first.equals("--version") || first.equals("-V");
        return versionOnly ? Map.of() : all();
    }

    private Object make(String name) {
        return switch (name) {
            case "sync" -> new SyncCommand(context);
            case "apply" -> new ApplyCommand(context);
            case "validate" -> new ValidateCommand(context);
            case "diff" -> new DiffCommand(context);
            case "types" -> new TypesCommand(context);
            case "explain" -> new ExplainCommand(context);
            case "set" -> new SetCommand(context);
            case "revert" -> new RevertCommand(context);
            case "adopt" -> new AdoptCommand(context);
            case "define" -> new DefineCommand(context);
            case "undefine" -> new UndefineCommand(context);
            case "history" -> new HistoryCommand(context);
            case "undo" -> new UndoCommand(context);
            case "content" -> new ContentCommands();
            case "rules" -> new RulesCommands();
            case "pipeline" -> new PipelineCommand(context);
            case "staging" -> new StagingCommands();
            case "integration" -> new IntegrationCommands();
            case "doctor" -> new DoctorCommand(context);
            case "help" -> new HelpCommand();
            case "generate-completion" -> new GenerateCompletion();
            case "generate-manual" -> new ManualCommand(context);
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }
}
