package dev.synchronizer.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.HelpCommand;

/** All commands by name, in the order of the help; none is made before it is needed. */
final class Commands {
    private final Map<String, Function<Context, Object>> makers = new LinkedHashMap<>();

    Commands() {
        makers.put("sync", SyncCommand::new);
        makers.put("apply", ApplyCommand::new);
        makers.put("validate", ValidateCommand::new);
        makers.put("diff", DiffCommand::new);
        makers.put("types", TypesCommand::new);
        makers.put("history", HistoryCommand::new);
        makers.put("help", context -> new HelpCommand());
        makers.put("generate-completion", context -> new GenerateCompletion());
        makers.put("generate-manual", ManualCommand::new);
    }

    /** The commands, made for a context. */
    Map<String, Object> all(Context context) {
        Map<String, Object> all = new LinkedHashMap<>();
        makers.forEach((name, maker) -> all.put(name, maker.apply(context)));
        return all;
    }

    /** The only command that the arguments can mean; all where that is not clear, or where one looks at the others. */
    Map<String, Object> meantBy(String[] arguments, Context context) {
        String first = arguments.length == 0 ? "" : arguments[0];
        Function<Context, Object> maker = makers.get(first);
        if (maker != null && !first.equals("help") && !first.startsWith("generate-")) {
            return Map.of(first, maker.apply(context));
        }
        boolean versionOnly = first.equals("--version") || first.equals("-V");
        return versionOnly ? Map.of() : all(context);
    }
}
