package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.staging.StagedTask;
import java.util.List;

/** Tasks, one a line. */
public final class StagingTasksReport implements Answer {
    private static final String FORMAT = "synchronizer-staging-tasks/1";

    private final List<StagedTask> tasks;
    private final boolean hasMore;

    /**
     * Looks at tasks.
     *
     * @param hasMore whether later ones were left out
     */
    public StagingTasksReport(List<StagedTask> tasks, boolean hasMore) {
        this.tasks = List.copyOf(tasks);
        this.hasMore = hasMore;
    }

    @Override
    public String text(Style style) {
        if (tasks.isEmpty()) {
            return "There are no such tasks.\n";
        }
        Columns columns = new Columns("task", "server", "state", "attempts", "due", "what", "why");
        for (StagedTask task : tasks) {
            columns.add(
                    Long.toString(task.task().id()),
                    PlainText.of(task.server()),
                    task.delivery().state().name(),
                    Integer.toString(task.delivery().attempts()),
                    StagingText.due(task.delivery()),
                    StagingText.deed(task.task()),
                    StagingText.why(task));
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
                        StagingText.delivery(task, out);
                    }));
            out.flag("more", hasMore);
        }));
    }
}
