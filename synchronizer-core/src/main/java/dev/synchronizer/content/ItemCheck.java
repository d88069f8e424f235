package dev.synchronizer.content;

import dev.synchronizer.saving.Looked;

/** Holds drafts against their types. */
@FunctionalInterface
public interface ItemCheck {
    /**
     * Finds what is wrong with a draft, and the rows to write. It may be called more than once.
     *
     * @return at what of it this has looked
     */
    Looked find(ItemDraft draft, Violations violations);
}
