package dev.synchronizer.saving;

import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.TaskKey;
import java.util.Optional;
import java.util.function.Function;

/** Things of a kind, as other servers and systems have them. Safe for use by many threads. */
public interface StagedSubjects {
    /**
     * Works on one of them in a unit of work of its own, in which nobody else saves it. It may be called more than once, where
     * the unit begins again.
     *
     * @param about the type of which it is where it comes from
     * @return empty where there is no such type here
     */
    <T> Optional<T> within(TaskKey key, About about, SaveOptions options, Function<StagedSubject, T> action);

    /** One of them as it is; empty where there is none. */
    Optional<Told> whole(TaskKey key);
}
