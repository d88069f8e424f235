package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problems;
import java.util.List;

/** What is to be told anew. */
public final class EnqueuedReport implements Answer {
    public static final String FORMAT = "synchronizer-staging-enqueued/1";

    private final List<Long> tasks;
    private final long below;
    private final List<String> servers;

    /**
     * Looks at new tasks.
     *
     * @param tasks the numbers of those that were named one by one
     * @param below how many there are of a subtree
     * @param servers whom they are for
     */
    public EnqueuedReport(List<Long> tasks, long below, List<String> servers) {
        this.tasks = List.copyOf(tasks);
        this.below = below;
        this.servers = List.copyOf(servers);
    }

    @Override
    public String text(Style style) {
        return "%s to be told to %s; staging run --all tells them now.\n"
                .formatted(
                        Words.capital(Words.count(tasks.size() + below, "task")),
                        PlainText.of(String.join(", ", servers)));
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.flag("committed", tasks.size() + below > 0);
            out.array("tasks", tasks, out::number);
            out.number("subtreeTasks", below);
            out.texts("servers", servers);
            AdministrationJson.problems(Problems.none(), out);
        }));
    }
}
