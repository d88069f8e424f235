package dev.synchronizer.cli;

import dev.synchronizer.cli.render.TaskResultsReport;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has tasks tried anew. */
@Command(
        name = "retry",
        description =
                "Has tasks tried anew as if they never had been, dead ones too: the next staging run tells them, or an "
                        + "application that sees to tasks.",
        footer = {
            "  synchronizer staging retry 12 13",
            "  synchronizer staging retry 12 --target public",
            "  synchronizer staging retry --all --state dead,blocked --target public"
        })
final class StagingRetryCommand extends StagingDecisionCommand {
    private static final String ALL = "--all";

    @Parameters(
            paramLabel = "TASK",
            arity = "0..*",
            description = "The numbers of the tasks; --all instead takes all that are in the states that --state says.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--state",
            paramLabel = "STATE,...",
            hideParamSyntax = true,
            split = ",",
            description = "With --all, those in these states: retry, blocked, conflict, dead; dead, if left out.")
    private List<DeliveryState> states = new ArrayList<>();

    StagingRetryCommand(Context context) {
        super(context);
    }

    @Override
    List<String> words() {
        return words;
    }

    @Override
    ExitCode run() {
        // A configuration that lists everything is not meant to have everything tried.
        boolean all = isGiven(ALL) && output().all();
        if (all == !words.isEmpty()) {
            throw wrongUsage("either TASK or --all says what to try anew");
        }
        if (!all && !states.isEmpty()) {
            throw wrongUsage("--state is of use with --all alone");
        }
        return all ? change(synchronizer -> all(synchronizer.staging())) : super.run();
    }

    private ExitCode all(Staging staging) {
        target().ifPresent(staging.servers()::get);
        List<TaskResult> results = new ArrayList<>();
        staging.servers().list().stream()
                .filter(server ->
                        server.isTarget() && target().orElse(server.name()).equals(server.name()))
                .forEach(server -> staging.retryAll(server.name(), wanted(), results::add));
        show(new TaskResultsReport(results), Problems.none());
        return ExitCode.DONE;
    }

    private Set<DeliveryState> wanted() {
        Set<DeliveryState> possible =
                EnumSet.of(DeliveryState.RETRY, DeliveryState.BLOCKED, DeliveryState.CONFLICT, DeliveryState.DEAD);
        if (!possible.containsAll(states)) {
            throw wrongUsage("tasks are tried anew that are retry, blocked, conflict or dead");
        }
        return states.isEmpty() ? EnumSet.of(DeliveryState.DEAD) : EnumSet.copyOf(states);
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
