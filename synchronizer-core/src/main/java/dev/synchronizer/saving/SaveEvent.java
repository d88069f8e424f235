package dev.synchronizer.saving;

import dev.synchronizer.value.Values;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A save, as one handler sees it. Valid only while that handler is called, and on the thread that calls it. */
public abstract sealed class SaveEvent permits SavingEvent, SavedEvent {
    private final Save save;
    private final String listener;

    SaveEvent(Save save, String listener) {
        this.save = save;
        this.listener = listener;
    }

    final Save save() {
        return save;
    }

    /** The name of the handler or processor that is called. */
    final String listener() {
        return listener;
    }

    /** The name of the store. */
    public final String store() {
        return save.store();
    }

    public final SaveOrigin origin() {
        return save.options().origin();
    }

    public final SaveOperation operation() {
        return save.draft().operation();
    }

    public final Subject subject() {
        return save.draft().subject();
    }

    /** Who saves. */
    public final String actor() {
        return save.draft().actor();
    }

    /** The actor's roles, where the application says which. */
    public final Optional<Set<String>> roles() {
        return save.options().roles();
    }

    /** All that is different after the save, over all properties of the model and all that is stored. */
    public final ChangeSet changes() {
        return save.draft().changes();
    }

    /** What the item held before, each value under its own name; nothing where it is made, or no item is saved. */
    public final Values before() {
        return save.draft().before();
    }

    /** What the item is to hold, each value under its own name; nothing where no item is saved. */
    public final Values after() {
        return save.draft().after();
    }

    /** Keeps something for the later calls of this handler for this save. */
    public final void put(String key, Object value) {
        save.state(listener).put(key, value);
    }

    /** What this handler kept for this save, where it is of this class. */
    public final <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(save.state(listener).get(key))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /**
     * A way to save and to read within this unit, such as {@code event.via(Items.class)}; what is saved so has the origin,
     * the roles and the suppressions of this save.
     *
     * @param door the class of {@code Items}, {@code Overrides} or {@code Definitions}
     * @throws IllegalArgumentException if it is another class
     */
    public final <T> T via(Class<T> door) {
        return save.door(door);
    }

    /** Such as {@code UPDATE "A title" (0197…)}. */
    @Override
    public final String toString() {
        return operation() + " " + subject();
    }

    /** Only by who it is: each call of a handler has one of its own. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
