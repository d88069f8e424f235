package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of tasks. */
public final class TaskResultsReport implements Answer {
    public static final String FORMAT = "synchronizer-staging-results/1";

    /** How many of those are named that somebody has to decide about. */
    public static final int FIRST = 20;

    private final List<TaskResult> results;
    private final List<StagedTask> undecided;

    public TaskResultsReport(List<TaskResult> results) {
        this(results, List.of());
    }

    /**
     * Looks at results.
     *
     * @param undecided what is left that somebody has to decide about
     */
    public TaskResultsReport(List<TaskResult> results, List<StagedTask> undecided) {
        this.results = List.copyOf(results);
        this.undecided = List.copyOf(undecided);
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        if (results.isEmpty()) {
            text.append("Nothing to do.\n");
        } else {
            Columns columns = new Columns("task", "server", "state", "result");
            results.forEach(result -> columns.add(
                    Long.toString(result.task()),
                    PlainText.of(result.server()),
                    result.state().name(),
                    said(result)));
            text.append(columns);
        }
        if (results.size() > 1) {
            counts().forEach((server, states) -> text.append(PlainText.of(server))
                    .append(": ")
                    .append(states(states))
                    .append('\n'));
        }
        return text.append(left()).toString();
    }

    private static String said(TaskResult result) {
        return result.message()
                .or(() -> result.answer().map(answer -> ServerText.lower(answer.outcome())))
                .map(said -> PlainText.of(said.strip().replaceAll("\\s+", " ")))
                .orElse("");
    }

    private Map<String, Map<DeliveryState, Long>> counts() {
        Map<String, Map<DeliveryState, Long>> counts = new TreeMap<>();
        for (TaskResult result : results) {
            counts.computeIfAbsent(result.server(), server -> new EnumMap<>(DeliveryState.class))
                    .merge(result.state(), 1L, Long::sum);
        }
        return counts;
    }

    private static String states(Map<DeliveryState, Long> states) {
        return String.join(
                ", ",
                states.entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey())
                        .toList());
    }

    private String left() {
        if (undecided.isEmpty()) {
            return "";
        }
        List<String> names = undecided.stream()
                .limit(FIRST)
                .map(task -> "%d (%s at %s)"
                        .formatted(task.task().id(), task.delivery().state(), PlainText.of(task.server())))
                .toList();
        return "Somebody has to decide about %s%s: see staging show TASK.\n"
                .formatted(String.join(", ", names), undecided.size() > FIRST ? " and more" : "");
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.flag("committed", !results.isEmpty());
            out.array(
                    "results",
                    results,
                    result -> out.object(() -> {
                        out.number("task", result.task());
                        out.text("server", result.server());
                        out.text("state", result.state().name());
                        out.text(
                                "outcome",
                                result.answer()
                                        .map(answer -> answer.outcome().name())
                                        .orElse(null));
                        out.text("message", result.message().orElse(null));
                    }));
            out.array(
                    "undecided",
                    undecided,
                    task -> out.object(() -> {
                        out.number("task", task.task().id());
                        StagingText.delivery(task, out);
                    }));
            AdministrationJson.problems(Problems.none(), out);
        }));
    }
}
