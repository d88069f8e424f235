package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.StagingTasksReport;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists tasks. */
@Command(
        name = "tasks",
        description =
                "Lists what is to be told to other servers and is not done yet, in the order of the tasks; with --all "
                        + "what is done too.",
        footer = {
            "  synchronizer staging tasks --target public",
            "  synchronizer staging tasks --state conflict,dead --format json"
        })
final class StagingTasksCommand extends QueryCommand {
    private static final Set<DeliveryState> OPEN = EnumSet.of(
            DeliveryState.PENDING,
            DeliveryState.RUNNING,
            DeliveryState.RETRY,
            DeliveryState.BLOCKED,
            DeliveryState.CONFLICT,
            DeliveryState.DEAD);

    @Mixin
    private final TargetOption target = new TargetOption();

    @Option(
            names = "--state",
            paramLabel = "STATE,...",
            hideParamSyntax = true,
            split = ",",
            description =
                    "Only those in these states: pending, running, retry, blocked, conflict, dead, done, superseded, "
                            + "dropped.")
    private List<DeliveryState> states = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "NUMBER", defaultValue = "50", description = "So many at most.")
    private int limit = 50;

    StagingTasksCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        if (limit < 1 || limit == Integer.MAX_VALUE) {
            throw wrongUsage("--limit is to be 1 at least");
        }
        List<StagedTask> found = ask(synchronizer -> {
                    target.name().ifPresent(synchronizer.staging().servers()::get);
                    return synchronizer.staging().tasks(target.name(), wanted(), 0, limit + 1);
                })
                .orElse(List.of());
        boolean hasMore = found.size() > limit;
        return new StagingTasksReport(hasMore ? found.subList(0, limit) : found, hasMore);
    }

    private Set<DeliveryState> wanted() {
        if (!states.isEmpty()) {
            return EnumSet.copyOf(states);
        }
        return output().all() ? Set.of() : OPEN;
    }
}
