package dev.synchronizer.saving;

import dev.synchronizer.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something on its way to be saved. Not thread-safe. */
public interface Draft {
    Subject subject();

    SaveOperation operation();

    /** Who saves it. */
    String actor();

    /** The revision that an item is to have; 0 for all else. */
    default long revision() {
        return 0;
    }

    /** What an item holds before; nothing for all else. */
    default Values before() {
        return Values.none();
    }

    /** What an item is to hold; nothing for all else. */
    default Values after() {
        return Values.none();
    }

    /** All that is different, as it is now. */
    ChangeSet changes();

    /** Whether an item can hold a value of this property; nothing else can. */
    default boolean hasProperty(String name) {
        return false;
    }

    /** Whether findings are kept with an item as it is; with nothing else are any. */
    default boolean hasFindings() {
        return false;
    }

    /** What rules are known to find in an item once it is written, and somebody has to confirm before that. */
    default List<Finding> foreseen() {
        return List.of();
    }

    /** Somebody confirms that it is saved in spite of these; of an item, that holds behind the write too. */
    default void confirm(List<Finding> findings) {}

    /** Whether somebody has confirmed that before. */
    default boolean isConfirmed(Finding finding) {
        return false;
    }

    /** What other servers and systems are told of it, as it is now; null where they are told nothing. */
    default @Nullable Told told() {
        return null;
    }

    /** Whether validators have a say; not where types are changing, and nothing is held against their rules. */
    default boolean isJudged() {
        return true;
    }

    /** Whether handlers may set what is to be saved. */
    default boolean isOpen() {
        return false;
    }

    /**
     * Changes what is to be saved.
     *
     * @param value of the class that belongs there; null takes it away
     * @throws dev.synchronizer.problem.ProblemsException if there is no such place, or it cannot hold that
     * @throws IllegalStateException if nothing can be set
     */
    default void set(ChangedPlace place, @Nullable Object value) {
        throw new IllegalStateException(place + " of " + subject() + " cannot be set on its way");
    }
}
