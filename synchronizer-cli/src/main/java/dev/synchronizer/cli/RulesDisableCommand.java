package dev.synchronizer.cli;

import dev.synchronizer.settings.Rules;
import dev.synchronizer.settings.SavedRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps a rule from running, and keeps it. */
@Command(
        name = "disable",
        description = "Keeps a rule from running, and keeps it.",
        footer = {"  synchronizer rules disable teasers"})
final class RulesDisableCommand extends RulesChangeCommand {
    @Parameters(paramLabel = "NAME", description = "The rule.")
    private String name = "";

    RulesDisableCommand(Context context) {
        super(context);
    }

    @Override
    SavedRule change(Rules rules, String actor) {
        return rules.disable(actor, name);
    }
}
