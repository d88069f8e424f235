package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.task.ServerChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a server. */
public final class ServerChangeReport implements Answer {
    public static final String FORMAT = "synchronizer-staging-server-change/1";

    private final String name;
    private final @Nullable ServerChannel before;
    private final @Nullable ServerChannel after;

    /**
     * Looks at a change.
     *
     * @param before what was said of it; null where there was none
     * @param after what is said of it since; null where it was removed
     */
    public ServerChangeReport(String name, @Nullable ServerChannel before, @Nullable ServerChannel after) {
        this.name = name;
        this.before = before;
        this.after = after;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        if (after != null) {
            ServerText.write(after, text);
        }
        return text.append(sentence()).append('\n').toString();
    }

    private String sentence() {
        if (after == null) {
            return "Removed. What was still on its way to " + PlainText.of(name) + " is never delivered.";
        }
        if (Objects.equals(before, after)) {
            return "Nothing to do.";
        }
        return before == null ? "Added." : "Saved.";
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.flag("committed", !Objects.equals(before, after));
            ServerText.json("before", before, out);
            ServerText.json("after", after, out);
            AdministrationJson.problems(Problems.none(), out);
        }));
    }
}
