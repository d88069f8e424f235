package dev.synchronizer.staging.directory;

import dev.synchronizer.saving.Told;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept of the things of a store while an import is planned. */
final class KnownThings {
    private final Map<String, KnownThing> byKey = new TreeMap<>();
    private final Map<UUID, UUID> parents = new HashMap<>();

    /**
     * One of them.
     *
     * @param path where its file would stand
     * @param digest what tells its state from others; null where there is no such thing
     * @param binned whether it is in the recycle bin
     */
    record KnownThing(
            TaskKey key, String type, String path, @Nullable String digest, boolean binned) {
        boolean isLiving() {
            return digest != null && !binned;
        }
    }

    void add(Told told) {
        SubjectState state = told.change().after();
        TaskKey key = told.key();
        String type = told.about().type();
        boolean binned = state != null && state.at(Places.DELETED).isPresent();
        byKey.put(key.toString(), new KnownThing(key, type, ThingPaths.of(key, type), digest(key, state), binned));
        if (state != null && key.kind().equals(TaskKey.ITEM)) {
            parent(state).ifPresent(parent -> parents.put(UUID.fromString(key.id()), parent));
        }
    }

    private static Optional<UUID> parent(SubjectState state) {
        return ThingReading.text(state, Places.PARENT).map(UUID::fromString);
    }

    /** What tells a state from others; null where that is the same as none. */
    static @Nullable String digest(TaskKey key, @Nullable SubjectState state) {
        boolean saysNothing = key.kind().equals(TaskKey.OVERRIDES)
                && state != null
                && state.places().isEmpty();
        return state == null || saysNothing ? null : state.digest();
    }

    @Nullable
    KnownThing thing(TaskKey key) {
        return byKey.get(key.toString());
    }

    @Nullable
    UUID parent(UUID item) {
        return parents.get(item);
    }

    /** Sorted by key. */
    Iterable<KnownThing> all() {
        return byKey.values();
    }
}
