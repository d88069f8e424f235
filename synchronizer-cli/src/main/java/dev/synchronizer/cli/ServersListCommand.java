package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.ServersReport;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists servers. */
@Command(
        name = "list",
        description = "Lists the servers that changes are told, and that may tell theirs.",
        footer = {"  synchronizer staging servers list", "  synchronizer staging servers list --format json"})
final class ServersListCommand extends QueryCommand {
    ServersListCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        return new ServersReport(
                ask(synchronizer -> synchronizer.staging().servers().list()).orElse(List.of()));
    }
}
