package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.RuleReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a rule. */
@Command(
        name = "show",
        description = "Shows a rule, and who saved it.",
        footer = {"  synchronizer rules show teasers", "  synchronizer rules show teasers --format json"})
final class RulesShowCommand extends QueryCommand {
    @Parameters(paramLabel = "NAME", description = "The rule.")
    private String name = "";

    RulesShowCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        return new RuleReport(require(synchronizer -> synchronizer.rules().get(name)));
    }
}
