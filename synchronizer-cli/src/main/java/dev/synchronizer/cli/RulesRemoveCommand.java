package dev.synchronizer.cli;

import dev.synchronizer.settings.Rules;
import dev.synchronizer.settings.SavedRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a rule. */
@Command(
        name = "remove",
        description = "Removes a rule.",
        footer = {"  synchronizer rules remove teasers"})
final class RulesRemoveCommand extends RulesChangeCommand {
    @Parameters(paramLabel = "NAME", description = "The rule.")
    private String name = "";

    RulesRemoveCommand(Context context) {
        super(context);
    }

    @Override
    SavedRule change(Rules rules, String actor) {
        return rules.remove(actor, name);
    }
}
