package dev.synchronizer.migration;

import dev.synchronizer.store.ItemFilter;
import java.util.function.Consumer;

/** What becomes of the items that a migration step selects. */
interface StepWork {
    void onEach(StepNames.Type type, ItemFilter filter, Consumer<StepItem> each);

    /** How many items were selected, or changed, each counted once. */
    long items();

    /** Whether an exception ended the work on a batch before it was written. */
    boolean isBrokenOff();

    /** The item that is being worked on, in words for people; empty where none is. */
    String place();
}
