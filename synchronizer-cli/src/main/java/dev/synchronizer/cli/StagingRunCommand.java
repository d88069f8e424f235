package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.TaskResultsReport;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells other servers of changes now. */
@Command(
        name = "run",
        description =
                "Tells other servers now: tasks with all that they need, or with --all every task that waits, those that "
                        + "failed included. It ends with 5 where something is left that somebody has to decide about, and "
                        + "with 1 where something could not be told and is tried again by itself.",
        footer = {"  synchronizer staging run --all", "  synchronizer staging run 12 --target public"})
final class StagingRunCommand extends TaskResultsCommand {
    private static final String ALL = "--all";
    private static final Set<DeliveryState> UNDECIDED =
            EnumSet.of(DeliveryState.CONFLICT, DeliveryState.BLOCKED, DeliveryState.DEAD);

    @Parameters(
            paramLabel = "TASK",
            arity = "0..*",
            description = "The numbers of the tasks; --all instead runs all of them.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private final TargetOption target = new TargetOption();

    @Mixin
    private final SendingOptions sending = new SendingOptions();

    StagingRunCommand(Context context) {
        super(context);
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        sending.configure(builder);
    }

    @Override
    ExitCode run() {
        // A configuration that lists everything is not meant to run everything.
        boolean all = isGiven(ALL) && output().all();
        List<Long> tasks = converted(words, new TaskNumber());
        if (all == !tasks.isEmpty()) {
            throw wrongUsage("either TASK or --all says what to run");
        }
        return change(synchronizer -> all ? all(synchronizer.staging()) : some(synchronizer.staging(), tasks));
    }

    private ExitCode some(Staging staging, List<Long> tasks) {
        List<String> servers = TaskTargets.enabled(staging, target.name());
        List<StagedTask> wanted = new ArrayList<>();
        tasks.forEach(task -> wanted.addAll(TaskTargets.of(staging, task, target.name())));
        List<TaskResult> results = new ArrayList<>();
        try (ConsoleProgress progress = progress()) {
            for (StagedTask task : wanted) {
                if (servers.contains(task.server())) {
                    results.add(staging.run(task.task().id(), task.server()));
                    progress.worked("Telling " + task.server(), results.size(), wanted.size());
                }
            }
        }
        show(new TaskResultsReport(results), Problems.none());
        return exitCode(results);
    }

    private ExitCode all(Staging staging) {
        List<TaskResult> results = new ArrayList<>();
        List<StagedTask> undecided = new ArrayList<>();
        for (String server : TaskTargets.enabled(staging, target.name())) {
            results.addAll(told(staging, server));
            undecided.addAll(staging.tasks(Optional.of(server), UNDECIDED, 0, TaskResultsReport.FIRST + 1));
        }
        show(new TaskResultsReport(results, undecided), Problems.none());
        ExitCode left = undecided.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        return exitCode(results).or(left);
    }

    /** What became of each in the end: what had to wait for another one may have come later. */
    private Collection<TaskResult> told(Staging staging, String server) {
        Map<Long, TaskResult> results = new LinkedHashMap<>();
        try (ConsoleProgress progress = progress()) {
            staging.hasten(server);
            staging.runAll(server, result -> {
                results.put(result.task(), result);
                progress.counted("Telling " + server, results.size());
            });
        }
        return results.values();
    }

    @Override
    void end() {
        sending.close();
    }
}
