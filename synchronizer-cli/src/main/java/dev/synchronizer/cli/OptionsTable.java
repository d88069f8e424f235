package dev.synchronizer.cli;

import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command as the reference lists them. */
final class OptionsTable {
    private OptionsTable() {}

    /** A table in Markdown. */
    static String of(CommandSpec command) {
        StringBuilder table = new StringBuilder("| option | configuration | environment | |\n|---|---|---|---|\n");
        command.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(option -> table.append(row(option)));
        return table.toString();
    }

    private static String row(OptionSpec option) {
        boolean configurable = ConfiguredDefaults.isConfigurable(option);
        String key = ConfiguredDefaults.key(option);
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        form(option).replace("|", "\\|"),
                        configurable ? "`" + key + "`" : "",
                        configurable ? "`" + Configuration.variable(key) + "`" : "",
                        description(option).replace("|", "\\|"));
    }

    /** The option with what it takes. */
    static String form(OptionSpec option) {
        String names = option.negatable()
                ? option.longestName() + ", --no-" + option.longestName().substring(2)
                : String.join(", ", List.of(option.names()));
        String parameter = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return names + parameter;
    }

    static String description(OptionSpec option) {
        String text = String.join(" ", option.description()).replace("%n", " ");
        String start = option.defaultValue();
        boolean worthSaying = start != null && option.arity().max() > 0;
        return worthSaying ? text + " Default: " + start + "." : text;
    }
}
