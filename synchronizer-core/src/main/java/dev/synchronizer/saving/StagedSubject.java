package dev.synchronizer.saving;

import dev.synchronizer.task.SubjectState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that is to become what another server or system says, in the unit of work in which it is locked. Not thread-safe. */
public interface StagedSubject {
    /** The unit of work. */
    Unit unit();

    /** What it is; null where there is no such thing. */
    @Nullable
    SubjectState current();

    /** The properties of which a state holds something, and which are not known here. */
    default Set<String> unknownProperties(SubjectState state) {
        return Set.of();
    }

    /**
     * These need not be there for it to refer to them: they are gone where it comes from, or wait for this one themselves.
     *
     * @param keys what is spared
     */
    default void spare(Set<String> keys) {}

    /**
     * What has to come before it can be what is wanted.
     *
     * @param wanted what it is to be; null where it is to go for good
     */
    default Obstacles obstacles(@Nullable SubjectState wanted) {
        return Obstacles.NONE;
    }

    /**
     * Puts what lives below it into the recycle bin, where it is to go there itself.
     *
     * @param wanted what it is to be
     */
    default void binBelow(String actor, SubjectState wanted) {}

    /** Puts what lives below it into the recycle bin, where it stands below none, for it is to go for good itself. */
    default void freeBelow(String actor) {}

    /**
     * The keys of those that it would stand below and that stand below it, the nearest of the former first; none where it would
     * not come to stand below itself.
     *
     * @param wanted what it is to be
     */
    default List<String> circle(SubjectState wanted) {
        return List.of();
    }

    /** Has another one stand below none. */
    default void free(String actor, String key) {}

    /**
     * Saves it as it is to be.
     *
     * @param wanted what it is to be; null where it is to go for good
     * @throws dev.synchronizer.problem.ProblemsException if it cannot be that
     */
    void save(String actor, @Nullable SubjectState wanted);

    /**
     * What keeps a thing from becoming what is wanted.
     *
     * @param missing the keys of what is not there, or not gone yet
     * @param binned the key of the item that it would stand below, and that is in the recycle bin here
     * @param bin what has to stand at the place of the recycle bin for it to stand there nevertheless, as canonical JSON
     */
    record Obstacles(List<String> missing, Optional<String> binned, Optional<String> bin) {
        public static final Obstacles NONE = new Obstacles(List.of(), Optional.empty(), Optional.empty());

        public Obstacles {
            missing = List.copyOf(missing);
        }

        public static Obstacles missing(List<String> keys) {
            return new Obstacles(keys, Optional.empty(), Optional.empty());
        }
    }
}
