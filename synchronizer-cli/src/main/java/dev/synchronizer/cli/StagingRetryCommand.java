package dev.synchronizer.cli;

import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import picocli.CommandLine.Command;

/** Has tasks tried anew. */
@Command(
        name = "retry",
        description =
                "Has tasks tried anew as if they never had been, dead ones too: the next staging run tells them, or an "
                        + "application that sees to tasks.",
        footer = {"  synchronizer staging retry 12 13", "  synchronizer staging retry 12 --target public"})
final class StagingRetryCommand extends StagingDecisionCommand {
    StagingRetryCommand(Context context) {
        super(context);
    }

    @Override
    TaskResult decide(Staging staging, long task, String server) {
        return staging.retry(task, server);
    }

    @Override
    boolean isDone(TaskResult result) {
        return result.isDone() || result.state() == DeliveryState.RETRY;
    }
}
