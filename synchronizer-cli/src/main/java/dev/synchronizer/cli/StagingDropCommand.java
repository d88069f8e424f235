package dev.synchronizer.cli;

import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.TaskResult;
import picocli.CommandLine.Command;

/** Has tasks told to nobody. */
@Command(
        name = "drop",
        description =
                "Has tasks not told, for good; later ones about the same thing go on. What they carry along is not told "
                        + "either.",
        footer = {"  synchronizer staging drop 12 --target public"})
final class StagingDropCommand extends StagingDecisionCommand {
    StagingDropCommand(Context context) {
        super(context);
    }

    @Override
    TaskResult decide(Staging staging, long task, String server) {
        return staging.drop(task, server);
    }

    @Override
    boolean isDone(TaskResult result) {
        return result.isDone();
    }
}
