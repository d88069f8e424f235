package dev.synchronizer.cli;

import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.TaskResult;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has tasks told to nobody. */
@Command(
        name = "drop",
        description =
                "Has tasks not told, for good; later ones about the same thing go on. What they carry along is not told "
                        + "either.",
        footer = {"  synchronizer staging drop 12 --target public"})
final class StagingDropCommand extends StagingDecisionCommand {
    @Parameters(paramLabel = "TASK", arity = "1..*", description = "The numbers of the tasks.")
    private List<String> words = new ArrayList<>();

    StagingDropCommand(Context context) {
        super(context);
    }

    @Override
    List<String> words() {
        return words;
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
