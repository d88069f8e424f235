package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.StagingTaskReport;
import dev.synchronizer.staging.StagedTask;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a task. */
@Command(
        name = "show",
        description = "Shows a task: what it changes, how far it has come at each server, and what stands in its way.",
        footer = {"  synchronizer staging show 12", "  synchronizer staging show 12 --target public --format json"})
final class StagingShowCommand extends QueryCommand {
    @Parameters(paramLabel = "TASK", converter = TaskNumber.class, description = "The number of the task.")
    private long task;

    @Mixin
    private final TargetOption target = new TargetOption();

    StagingShowCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        return require(this::report);
    }

    private Answer report(Synchronizer synchronizer) {
        List<StagedTask> all = TaskTargets.of(synchronizer.staging(), task, target.name());
        return new StagingTaskReport(all, synchronizer.staging().servers().list());
    }
}
