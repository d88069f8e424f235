package dev.synchronizer.migration;

import java.util.function.Consumer;

/** Items that a migration step selects; each part narrows the choice. Immutable. */
public interface StepItems {
    /**
     * Those that have a value of this property, in whatever language.
     *
     * @throws IllegalArgumentException if their type has no such property
     */
    StepItems having(String property);

    /** Those that are in the recycle bin. */
    StepItems inBin();

    /** Those that are not in the recycle bin. */
    StepItems outsideBin();

    /** How many there are. */
    long count();

    /**
     * Works on each, in the order of their ids. They are read and written in batches; a dry run counts them, and calls
     * nothing.
     */
    void forEach(Consumer<StepItem> work);
}
