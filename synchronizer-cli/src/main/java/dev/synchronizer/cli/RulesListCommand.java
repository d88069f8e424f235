package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.RulesReport;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists rules. */
@Command(
        name = "list",
        description = "Lists the rules in the order in which they run.",
        footer = {"  synchronizer rules list", "  synchronizer rules list --format json"})
final class RulesListCommand extends QueryCommand {
    RulesListCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        return new RulesReport(ask(synchronizer -> synchronizer.rules().list()).orElse(List.of()));
    }
}
