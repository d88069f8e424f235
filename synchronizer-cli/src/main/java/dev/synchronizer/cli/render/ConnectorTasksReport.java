package dev.synchronizer.cli.render;

import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.json.JsonOut;
import java.util.List;

/** Tasks of connectors, one a line. */
public final class ConnectorTasksReport implements Answer {
    private static final String FORMAT = "synchronizer-integration-tasks/1";

    private final List<ConnectorTask> tasks;
    private final boolean hasMore;

    /**
     * Looks at tasks.
     *
     * @param hasMore whether later ones were left out
     */
    public ConnectorTasksReport(List<ConnectorTask> tasks, boolean hasMore) {
        this.tasks = List.copyOf(tasks);
        this.hasMore = hasMore;
    }

    @Override
    public String text(Style style) {
        if (tasks.isEmpty()) {
            return "There are no such tasks.\n";
        }
        Columns columns = new Columns("task", "connector", "way", "state", "attempts", "due", "what", "why");
        for (ConnectorTask task : tasks) {
            columns.add(
                    Long.toString(task.id()),
                    PlainText.of(task.connector()),
                    ConnectorText.way(task),
                    task.state().name(),
                    Integer.toString(task.delivery().attempts()),
                    StagingText.due(task.delivery()),
                    ConnectorText.deed(task),
                    task.isDone() ? "" : ConnectorText.why(task));
        }
        return columns + (hasMore ? "There are more; --limit says how many are listed.\n" : "");
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.array(
                    "tasks",
                    tasks,
                    task -> out.object(() -> {
                        StagingText.task(task.task(), out);
                        ConnectorText.members(task, out);
                    }));
            out.flag("more", hasMore);
        }));
    }
}
