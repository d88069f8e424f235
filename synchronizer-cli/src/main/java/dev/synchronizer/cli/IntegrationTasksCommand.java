package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.ConnectorTasksReport;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.ConnectorTaskFilter;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.store.DeliveryState;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists tasks of connectors. */
@Command(
        name = "tasks",
        description =
                "Lists what other systems are to be told, and what has come from them, as far as it is not done yet, in "
                        + "the order of the tasks; with --all what is done too.",
        footer = {
            "  synchronizer integration tasks --connector shop",
            "  synchronizer integration tasks --state blocked,dead --format json"
        })
final class IntegrationTasksCommand extends QueryCommand {
    private static final DeliveryState[] OPEN = {
        DeliveryState.PENDING, DeliveryState.RUNNING, DeliveryState.RETRY, DeliveryState.BLOCKED, DeliveryState.DEAD
    };

    @Mixin
    private final ConnectorOption connector = new ConnectorOption();

    @Option(
            names = "--state",
            paramLabel = "STATE,...",
            hideParamSyntax = true,
            split = ",",
            description =
                    "Only those in these states: pending, running, retry, blocked, dead, done, superseded, dropped.")
    private List<DeliveryState> states = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "NUMBER", defaultValue = "50", description = "So many at most.")
    private int limit = 50;

    IntegrationTasksCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        if (limit < 1 || limit == Integer.MAX_VALUE) {
            throw wrongUsage("--limit is to be 1 at least");
        }
        List<ConnectorTask> found = ask(this::found).orElse(List.of());
        boolean hasMore = found.size() > limit;
        return new ConnectorTasksReport(hasMore ? found.subList(0, limit) : found, hasMore);
    }

    private List<ConnectorTask> found(Synchronizer synchronizer) {
        Integration integration = synchronizer.integration();
        connector.name().ifPresent(integration.connectors()::get);
        ConnectorTaskFilter filter =
                connector.name().map(ConnectorTaskFilter.all()::of).orElse(ConnectorTaskFilter.all());
        return integration.tasks(filter.in(wanted()), 0, limit + 1);
    }

    private DeliveryState[] wanted() {
        if (!states.isEmpty()) {
            return states.stream().distinct().toArray(DeliveryState[]::new);
        }
        return output().all() ? new DeliveryState[0] : OPEN;
    }
}
