package dev.synchronizer.staging.directory;

import dev.synchronizer.model.Address;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out at which places a state names other things. */
final class Mentions {
    private Mentions() {}

    /**
     * A state that names none of some things: where it would, it stays what it is now.
     *
     * @param keys the keys of those things
     */
    static @Nullable SubjectState without(
            @Nullable SubjectState wanted, @Nullable SubjectState current, Set<String> keys) {
        if (wanted == null || keys.isEmpty()) {
            return wanted;
        }
        SubjectState less = wanted;
        for (var place : wanted.places().entrySet()) {
            boolean stays = place.getKey().equals(Places.PARENT);
            if (!stays && keys.stream().anyMatch(key -> names(place.getValue(), TaskKey.parse(key)))) {
                String now = current == null ? null : current.at(place.getKey()).orElse(null);
                less = less.with(place.getKey(), now);
            }
        }
        return less;
    }

    /** Text that only looks like it comes a little later, which does no harm. */
    private static boolean names(String json, TaskKey key) {
        if (key.kind().equals(TaskKey.ITEM)) {
            return json.contains(key.id());
        }
        Address address = Address.parse(key.id());
        String name = address.property() == null ? address.type() : address.property();
        return json.contains('"' + name + '"');
    }
}
