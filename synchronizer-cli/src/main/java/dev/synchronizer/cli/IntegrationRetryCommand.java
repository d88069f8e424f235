package dev.synchronizer.cli;

import dev.synchronizer.cli.render.ConnectorResultsReport;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConnectorChannel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has tasks of connectors tried anew. */
@Command(
        name = "retry",
        description =
                "Has tasks tried anew as if they never had been, dead ones too: by the next integration run, or by an "
                        + "application that sees to tasks.",
        footer = {
            "  synchronizer integration retry 12 13",
            "  synchronizer integration retry --all --state dead,blocked --connector shop"
        })
final class IntegrationRetryCommand extends IntegrationDecisionCommand {
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
            description = "With --all, those in these states: retry, blocked, dead; dead, if left out.")
    private List<DeliveryState> states = new ArrayList<>();

    @Mixin
    private final ConnectorOption connector = new ConnectorOption();

    IntegrationRetryCommand(Context context) {
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
        if (!all && (!states.isEmpty() || connector.name().isPresent())) {
            throw wrongUsage("--state and --connector are of use with --all alone");
        }
        return all ? change(synchronizer -> all(synchronizer.integration())) : super.run();
    }

    private ExitCode all(Integration integration) {
        connector.name().ifPresent(integration.connectors()::get);
        List<ConnectorTask> results = new ArrayList<>();
        integration.connectors().list().stream()
                .map(ConnectorChannel::name)
                .filter(name -> connector.name().orElse(name).equals(name))
                .forEach(name -> integration.retryAll(name, wanted(), results::add));
        show(new ConnectorResultsReport(results, List.of()), Problems.none());
        return ExitCode.DONE;
    }

    private Set<DeliveryState> wanted() {
        Set<DeliveryState> possible = EnumSet.of(DeliveryState.RETRY, DeliveryState.BLOCKED, DeliveryState.DEAD);
        if (!possible.containsAll(states)) {
            throw wrongUsage("tasks are tried anew that are retry, blocked or dead");
        }
        return states.isEmpty() ? EnumSet.of(DeliveryState.DEAD) : EnumSet.copyOf(states);
    }

    @Override
    ConnectorTask decide(Integration integration, long task) {
        return integration.retry(task);
    }

    @Override
    boolean isDecided(ConnectorTask task) {
        return task.isDone() || task.state() == DeliveryState.RETRY || task.state() == DeliveryState.PENDING;
    }
}
