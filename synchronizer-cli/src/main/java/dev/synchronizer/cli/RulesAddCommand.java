package dev.synchronizer.cli;

import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.settings.Rules;
import dev.synchronizer.settings.SavedRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a rule. */
@Command(
        name = "add",
        description =
                "Adds a rule, or with --replace puts it in the place of the one of its name. It is checked against "
                        + "the types that it is for.",
        footer = {
            "  synchronizer rules add new --types Article --do 'set teaser=New'",
            "  synchronizer rules add long --when 'size(name) > 40' --do 'log WARN long'",
            "  synchronizer rules add --file rule.json --replace"
        })
final class RulesAddCommand extends RulesChangeCommand {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The name of the rule; --file names it too.")
    private @Nullable String name;

    @Option(
            names = "--types",
            paramLabel = "TYPE,...",
            hideParamSyntax = true,
            split = ",",
            description = "The types that it is for; every type that can have items, if left out.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--order",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Rules of a lower one run first, and those of the same one by name; 0 if left out.")
    private int order;

    @Option(
            names = "--when",
            paramLabel = "CONDITION",
            defaultValue = "",
            description =
                    "An expression in CEL over item, old, changed, name, contentType, op, origin, store, lang and "
                            + "user; always, if left out.")
    private String condition = "";

    @Option(
            names = "--do",
            paramLabel = "ACTION",
            description = "What it does, given once or more: 'set teaser=New', 'clear teaser', 'copy title to teaser', "
                    + "'append tags=new', 'report WARNING text' (or validate-as), 'veto code text', 'log INFO text' or "
                    + "'run task key=value'. What it logs, commands show with --verbose alone.")
    private List<String> actions = new ArrayList<>();

    @Option(names = "--disabled", fallbackValue = "true", description = "Keep it, and do not have it run yet.")
    private boolean disabled;

    @Option(
            names = "--replace",
            fallbackValue = "true",
            description = "Put it in the place of the one of its name, if there is one.")
    private boolean replace;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Take all of it from this file, in the JSON that show has in the member rule.")
    private @Nullable Path file;

    private @Nullable Rule rule;

    RulesAddCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        boolean isSaid = name != null || !actions.isEmpty() || isGiven("--when") || isGiven("--types");
        if (file != null && isSaid) {
            throw wrongUsage("a rule is either in --file or on the command line");
        }
        if (file != null) {
            Rule read = RuleFile.read(file);
            rule = disabled ? read.withEnabled(false) : read;
        } else if (name == null) {
            throw wrongUsage("NAME is missing, or --file");
        } else {
            rule = new Rule(
                    name,
                    store(),
                    types,
                    order,
                    !disabled,
                    condition,
                    actions.stream().map(ActionText::parse).toList());
        }
    }

    @Override
    SavedRule change(Rules rules, String actor) {
        Rule wanted = Objects.requireNonNull(rule);
        return replace ? rules.save(actor, wanted) : rules.add(actor, wanted);
    }
}
