package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.ConnectorResultsReport;
import dev.synchronizer.cli.render.TaskResultsReport;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.ConnectorTaskFilter;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConnectorChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs tasks of connectors now. */
@Command(
        name = "run",
        description =
                "Runs tasks now by the connectors that --handlers has: tasks with all that they need, or with --all every "
                        + "task that waits, those that failed included. It ends with 5 where something is left that "
                        + "somebody has to decide about, and with 1 where something failed that is tried again.",
        footer = {
            "  synchronizer integration run --all --handlers shop.jar",
            "  synchronizer integration run 12 --handlers shop.jar"
        })
final class IntegrationRunCommand extends ConnectorResultsCommand {
    private static final String ALL = "--all";

    @Parameters(
            paramLabel = "TASK",
            arity = "0..*",
            description = "The numbers of the tasks; --all instead runs all of them.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private final ConnectorOption connector = new ConnectorOption();

    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    IntegrationRunCommand(Context context) {
        super(context);
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        handlers.configure(builder);
    }

    @Override
    ExitCode run() {
        // A configuration that lists everything is not meant to run everything.
        boolean all = isGiven(ALL) && output().all();
        List<Long> tasks = converted(words, new TaskNumber());
        if (all == !tasks.isEmpty()) {
            throw wrongUsage("either TASK or --all says what to run");
        }
        if (connector.name().isPresent() && !all) {
            throw wrongUsage("--connector is of use with --all alone; a task has one connector");
        }
        return change(synchronizer -> all ? all(synchronizer.integration()) : some(synchronizer.integration(), tasks));
    }

    private ExitCode some(Integration integration, List<Long> tasks) {
        tasks.forEach(integration::task);
        List<ConnectorTask> results = new ArrayList<>();
        try (ConsoleProgress progress = progress()) {
            for (long task : tasks) {
                results.add(integration.run(task));
                progress.worked("Running tasks", results.size(), tasks.size());
            }
        }
        show(new ConnectorResultsReport(results, List.of()), Problems.none());
        return exitCode(results);
    }

    private ExitCode all(Integration integration) {
        Map<Long, ConnectorTask> results = new LinkedHashMap<>();
        List<ConnectorTask> undecided = new ArrayList<>();
        for (String name : runnable(integration)) {
            ConnectorTaskFilter filter = ConnectorTaskFilter.all().of(name);
            try (ConsoleProgress progress = progress()) {
                integration.hasten(name);
                integration.runAll(name, task -> add(task, results, progress));
            }
            undecided.addAll(integration.tasks(
                    filter.in(DeliveryState.BLOCKED, DeliveryState.DEAD), 0, TaskResultsReport.FIRST + 1));
        }
        show(new ConnectorResultsReport(results.values(), undecided), Problems.none());
        ExitCode left = undecided.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        return exitCode(results.values()).or(left);
    }

    private static void add(ConnectorTask result, Map<Long, ConnectorTask> results, ConsoleProgress progress) {
        results.put(result.id(), result);
        progress.counted("Running tasks of " + result.connector(), results.size());
    }

    private List<String> runnable(Integration integration) {
        if (connector.name().isPresent()) {
            ConnectorChannel one = integration.connectors().get(connector.name().get());
            if (!one.enabled() || one.held()) {
                throw wrongUsage(one.name() + " is disabled, so its tasks wait until an application enables it");
            }
            return List.of(one.name());
        }
        if (integration.here().isEmpty()) {
            throw wrongUsage("there is no connector here; name the jars that have them by --handlers");
        }
        return integration.connectors().list().stream()
                .filter(one -> integration.here().contains(one.name()) && one.enabled() && !one.held())
                .map(ConnectorChannel::name)
                .toList();
    }

    @Override
    void end() {
        handlers.close();
    }
}
