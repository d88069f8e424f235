package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.TaskResultsReport;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.Resolution;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides about a conflict. */
@Command(
        name = "resolve",
        description =
                "Decides about a task that is in conflict, for the other server has changed the same; staging show shows "
                        + "what both hold.",
        footer = {
            "  synchronizer staging resolve 12 --ours",
            "  synchronizer staging resolve 12 --merge --target public"
        })
final class StagingResolveCommand extends TaskResultsCommand {
    @Parameters(paramLabel = "TASK", converter = TaskNumber.class, description = "The number of the task.")
    private long task;

    @Option(
            names = "--ours",
            fallbackValue = "true",
            description = "What this server holds is written over what the other one does.")
    private boolean ours;

    @Option(
            names = "--theirs",
            fallbackValue = "true",
            description = "This server takes over what the other one holds, and tells it nothing of its own.")
    private boolean theirs;

    @Option(
            names = "--merge",
            fallbackValue = "true",
            description = "What both have changed is put together; where that overlaps, it stays in conflict.")
    private boolean merge;

    @Mixin
    private final TargetOption target = new TargetOption();

    @Mixin
    private final SendingOptions sending = new SendingOptions();

    StagingResolveCommand(Context context) {
        super(context);
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        sending.configure(builder);
    }

    @Override
    ExitCode run() {
        Resolution resolution = resolution();
        return change(synchronizer -> {
            Staging staging = synchronizer.staging();
            TaskResult result = staging.resolve(task, server(staging), resolution);
            show(new TaskResultsReport(List.of(result)), Problems.none());
            return exitCode(List.of(result));
        });
    }

    private Resolution resolution() {
        int said = (ours ? 1 : 0) + (theirs ? 1 : 0) + (merge ? 1 : 0);
        if (said != 1) {
            throw wrongUsage("exactly one of --ours, --theirs and --merge says how to decide");
        }
        return ours ? Resolution.OURS : theirs ? Resolution.THEIRS : Resolution.MERGE;
    }

    /** The only server at which it is in conflict, unless one is named. */
    private String server(Staging staging) {
        List<StagedTask> all = TaskTargets.of(staging, task, target.name());
        List<String> inConflict = all.stream()
                .filter(one -> one.delivery().state() == DeliveryState.CONFLICT)
                .map(StagedTask::server)
                .toList();
        if (inConflict.size() > 1) {
            throw wrongUsage(
                    "it is in conflict at several servers; name one by --target: " + String.join(", ", inConflict));
        }
        if (inConflict.isEmpty() && all.size() != 1) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.NO_CONFLICT,
                            Long.toString(task),
                            "the task " + task + " is in conflict at no server"),
                    null);
        }
        return inConflict.isEmpty() ? all.get(0).server() : inConflict.get(0);
    }

    @Override
    void end() {
        sending.close();
    }
}
