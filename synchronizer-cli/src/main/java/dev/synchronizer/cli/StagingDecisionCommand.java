package dev.synchronizer.cli;

import dev.synchronizer.cli.render.TaskResultsReport;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** A command by which somebody decides what becomes of tasks that are not done. */
abstract class StagingDecisionCommand extends TaskResultsCommand {
    @Mixin
    private final TargetOption target = new TargetOption();

    StagingDecisionCommand(Context context) {
        super(context);
    }

    /** The numbers of the tasks, as they were given. */
    abstract List<String> words();

    abstract TaskResult decide(Staging staging, long task, String server);

    /** Whether it has come to what was decided. */
    abstract boolean isDone(TaskResult result);

    @Override
    ExitCode run() {
        List<Long> tasks = converted(words(), new TaskNumber());
        return change(synchronizer -> {
            Staging staging = synchronizer.staging();
            List<StagedTask> all = new ArrayList<>();
            tasks.forEach(task -> all.addAll(TaskTargets.of(staging, task, target.name())));
            List<TaskResult> results = all.stream()
                    .filter(one -> isOpen(one) || target.name().isPresent())
                    .map(one -> decide(staging, one.task().id(), one.server()))
                    .toList();
            show(new TaskResultsReport(results), Problems.none());
            return results.stream().allMatch(this::isDone) ? ExitCode.DONE : ExitCode.REFUSED;
        });
    }

    final Optional<String> target() {
        return target.name();
    }

    private static boolean isOpen(StagedTask task) {
        return task.delivery().waiting() || task.delivery().state() == DeliveryState.DEAD;
    }
}
