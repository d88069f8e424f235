package dev.synchronizer.cli;

import dev.synchronizer.cli.render.ConnectorResultsReport;
import dev.synchronizer.integration.ConnectorTask;
import java.util.Collection;

/** A command that does something about tasks of connectors, and says of each what became of it. */
abstract class ConnectorResultsCommand extends WritingCommand {
    ConnectorResultsCommand(Context context) {
        super(context);
    }

    @Override
    final String jsonFormat() {
        return ConnectorResultsReport.FORMAT;
    }

    /** What the gravest of the results says. */
    static ExitCode exitCode(Collection<ConnectorTask> results) {
        return results.stream().map(ConnectorResultsCommand::exitCode).reduce(ExitCode.DONE, ExitCode::or);
    }

    private static ExitCode exitCode(ConnectorTask result) {
        return switch (result.state()) {
            case DONE, SUPERSEDED, DROPPED -> ExitCode.DONE;
            case CONFLICT, BLOCKED, DEAD, PENDING -> ExitCode.REFUSED;
            case RUNNING, RETRY -> ExitCode.FAILED;
        };
    }
}
