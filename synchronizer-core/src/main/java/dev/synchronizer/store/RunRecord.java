package dev.synchronizer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A committed run, as history keeps it (D8).
 *
 * @param id its number, rising with each run
 * @param startedAt when it began
 * @param duration how long it took, from its beginning to just before its commit
 * @param actor who ran it
 * @param modules the modules that it saved or deleted, with the versions before and after
 * @param summary its plan in numbers, as JSON
 * @param plan its plan, as JSON; null where a list leaves it out
 * @param before what stood before it in the place of what it changed, as JSON, so that it can be undone; null where a
 *     list leaves it out, or an older release ran
 */
public record RunRecord(
        long id,
        Instant startedAt,
        Duration duration,
        String actor,
        List<RunModule> modules,
        String summary,
        @Nullable String plan,
        @Nullable String before) {

    public RunRecord {
        modules = List.copyOf(modules);
    }

    /**
     * A module that a run saved or deleted.
     *
     * @param name its name
     * @param version the version that is stored since, or null where it has none or was deleted
     * @param versionBefore the version that had last committed, or null
     */
    public record RunModule(
            String name, @Nullable String version, @Nullable String versionBefore) {}
}
