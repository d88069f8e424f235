package dev.synchronizer.cli.render;

import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problems;
import java.util.Collection;
import java.util.List;

/** What became of tasks of connectors. */
public final class ConnectorResultsReport implements Answer {
    public static final String FORMAT = "synchronizer-integration-results/1";

    private final List<ConnectorTask> results;
    private final List<ConnectorTask> undecided;

    /**
     * Looks at results.
     *
     * @param undecided what is left that somebody has to decide about
     */
    public ConnectorResultsReport(Collection<ConnectorTask> results, List<ConnectorTask> undecided) {
        this.results = List.copyOf(results);
        this.undecided = List.copyOf(undecided);
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        if (results.isEmpty()) {
            text.append("Nothing to do.\n");
        } else {
            Columns columns = new Columns("task", "connector", "way", "state", "result");
            results.forEach(task -> columns.add(
                    Long.toString(task.id()),
                    PlainText.of(task.connector()),
                    ConnectorText.way(task),
                    task.state().name(),
                    said(task)));
            text.append(columns);
        }
        return text.append(left()).toString();
    }

    private static String said(ConnectorTask task) {
        String why = ConnectorText.why(task);
        return why.isEmpty() ? task.outcome().map(ServerText::lower).orElse("") : why;
    }

    private String left() {
        if (undecided.isEmpty()) {
            return "";
        }
        List<String> names = undecided.stream()
                .limit(TaskResultsReport.FIRST)
                .map(task -> "%d (%s at %s)".formatted(task.id(), task.state(), PlainText.of(task.connector())))
                .toList();
        return "Left are %s%s: see integration show TASK.\n"
                .formatted(String.join(", ", names), undecided.size() > TaskResultsReport.FIRST ? " and more" : "");
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.flag("committed", !results.isEmpty());
            out.array("results", results, task -> out.object(() -> write(task, out)));
            out.array("undecided", undecided, task -> out.object(() -> write(task, out)));
            AdministrationJson.problems(Problems.none(), out);
        }));
    }

    private static void write(ConnectorTask task, JsonOut out) {
        out.number("task", task.id());
        ConnectorText.members(task, out);
    }
}
