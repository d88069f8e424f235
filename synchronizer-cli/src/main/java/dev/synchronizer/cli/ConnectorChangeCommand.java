package dev.synchronizer.cli;

import dev.synchronizer.cli.render.ConnectorsReport;
import dev.synchronizer.integration.Connectors;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.task.ConnectorChannel;
import java.util.List;
import picocli.CommandLine.Parameters;

/** A command that changes what is said of one connector; its code need not be at hand. */
abstract class ConnectorChangeCommand extends WritingCommand {
    @Parameters(paramLabel = "NAME", description = "The connector.")
    private String name = "";

    ConnectorChangeCommand(Context context) {
        super(context);
    }

    @Override
    final String jsonFormat() {
        return ConnectorsReport.FORMAT;
    }

    /** What is said of it since. */
    abstract ConnectorChannel change(Connectors connectors, String connector, String actor);

    @Override
    ExitCode run() {
        return change(synchronizer -> {
            Connectors connectors = synchronizer.integration().connectors();
            ConnectorChannel after = change(connectors, name, database().actor());
            return show(new ConnectorsReport(List.of(after), connectors.here()), Problems.none());
        });
    }
}
