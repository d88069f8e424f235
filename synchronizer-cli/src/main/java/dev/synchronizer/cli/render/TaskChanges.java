package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.SubjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a task changes, place by place.
 *
 * @param known whether it is known what there was before; otherwise all of the thing is told
 * @param changes the places at which something is otherwise, as canonical JSON
 */
record TaskChanges(boolean known, List<Place> changes) {
    /** What stood at a place, and what does since; empty where nothing does. */
    record Place(String place, Optional<String> before, Optional<String> after) {}

    static TaskChanges of(Payload payload) {
        SubjectState before = state(payload.before());
        SubjectState after = state(payload.after());
        SortedSet<String> places = new TreeSet<>(before.places().keySet());
        places.addAll(after.places().keySet());
        List<Place> changes = new ArrayList<>();
        for (String place : places) {
            if (!before.at(place).equals(after.at(place))) {
                changes.add(new Place(place, before.at(place), after.at(place)));
            }
        }
        return new TaskChanges(payload.base().known(), List.copyOf(changes));
    }

    private static SubjectState state(@Nullable SubjectState state) {
        return state == null ? SubjectState.empty() : state;
    }

    String text() {
        Columns columns = known ? new Columns("place", "before", "after") : new Columns("place", "all of it");
        for (Place change : changes) {
            String after = change.after().map(Words::value).orElse("(nothing)");
            if (known) {
                String before = change.before().map(Words::value).orElse("(nothing)");
                columns.add(PlainText.of(change.place()), before, after);
            } else {
                columns.add(PlainText.of(change.place()), after);
            }
        }
        return "\n" + columns;
    }

    void writeTo(JsonOut out) {
        out.flag("baseKnown", known);
        out.array(
                "changes",
                changes,
                change -> out.object(() -> {
                    out.text("place", change.place());
                    json("before", change.before(), out);
                    json("after", change.after(), out);
                }));
    }

    /** A value as it is; left out where there is none, which is something else than null. */
    static void json(String name, Optional<String> value, JsonOut out) {
        value.ifPresent(json -> out.name(name).json(json));
    }
}
