package dev.synchronizer.saving;

import java.util.Set;

/**
 * Judges what is saved, and what is stored. It is called by many threads at once, for each save after handlers have changed
 * what they want to change, and again where somebody changes it thereafter.
 */
public interface SaveValidator {
    /** Its name, by which it is told apart and reported, and by which its severity is configured. */
    String name();

    /**
     * What it is called for. Asked once, when it is registered. Items alone can be validated; where no operations are named,
     * it is called for those that leave an item outside of the recycle bin: not when it is deleted, restored or purged.
     */
    Serves serves();

    /** The properties that it is about: it is called for types that have one of them; for all types where there are none. */
    default Set<String> properties() {
        return Set.of();
    }

    /**
     * Tells of all that there is to say about an item. What it throws ends the save.
     *
     * @param findings takes what it has to say
     */
    void validate(ValidatedItem item, Findings findings);
}
