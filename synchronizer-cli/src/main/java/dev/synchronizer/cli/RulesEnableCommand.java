package dev.synchronizer.cli;

import dev.synchronizer.settings.Rules;
import dev.synchronizer.settings.SavedRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a rule run from now on; it is checked again. */
@Command(
        name = "enable",
        description = "Has a rule run from now on; it is checked again.",
        footer = {"  synchronizer rules enable teasers"})
final class RulesEnableCommand extends RulesChangeCommand {
    @Parameters(paramLabel = "NAME", description = "The rule.")
    private String name = "";

    RulesEnableCommand(Context context) {
        super(context);
    }

    @Override
    SavedRule change(Rules rules, String actor) {
        return rules.enable(actor, name);
    }
}
