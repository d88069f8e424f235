package dev.synchronizer.cli;

import dev.synchronizer.cli.render.ConnectorResultsReport;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.problem.Problems;
import java.util.List;

/** A command by which somebody decides what becomes of tasks of connectors that are not done. */
abstract class IntegrationDecisionCommand extends ConnectorResultsCommand {
    IntegrationDecisionCommand(Context context) {
        super(context);
    }

    /** The numbers of the tasks, as they were given. */
    abstract List<String> words();

    abstract ConnectorTask decide(Integration integration, long task);

    /** Whether it has come to what was decided. */
    abstract boolean isDecided(ConnectorTask task);

    @Override
    ExitCode run() {
        List<Long> tasks = converted(words(), new TaskNumber());
        return change(synchronizer -> {
            Integration integration = synchronizer.integration();
            // A number that is wrong is said before anything is decided.
            tasks.forEach(integration::task);
            List<ConnectorTask> results =
                    tasks.stream().map(task -> decide(integration, task)).toList();
            show(new ConnectorResultsReport(results, List.of()), Problems.none());
            return results.stream().allMatch(this::isDecided) ? ExitCode.DONE : ExitCode.REFUSED;
        });
    }
}
