package dev.synchronizer.saving;

import dev.synchronizer.value.Values;
import java.util.Optional;
import java.util.Set;

/** An item as a validator sees it. Valid only while that validator is called, and on the thread that calls it. */
public final class ValidatedItem {
    private final Draft draft;
    private final String store;
    private final SaveOptions options;

    ValidatedItem(Draft draft, String store, SaveOptions options) {
        this.draft = draft;
        this.store = store;
        this.options = options;
    }

    Draft draft() {
        return draft;
    }

    /** The name of the store. */
    public String store() {
        return store;
    }

    public Subject subject() {
        return draft.subject();
    }

    /** What is done; an item that is looked at as it is stored counts as updated. */
    public SaveOperation operation() {
        return draft.operation();
    }

    public SaveOrigin origin() {
        return options.origin();
    }

    /** Who saves it; of one that is looked at as it is stored, who saved it last. */
    public String actor() {
        return draft.actor();
    }

    /** The actor's roles, where the application says which. */
    public Optional<Set<String>> roles() {
        return options.roles();
    }

    /** All that is different after the save; nothing where an item is looked at as it is stored. */
    public ChangeSet changes() {
        return draft.changes();
    }

    /** What the item held before, each value under its own name; nothing where it is made. */
    public Values before() {
        return draft.before();
    }

    /** What the item is to hold, each value under its own name. */
    public Values after() {
        return draft.after();
    }
}
