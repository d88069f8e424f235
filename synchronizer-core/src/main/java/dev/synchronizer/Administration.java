package dev.synchronizer;

import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.KnownNames;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.store.SyncStore;
import java.time.Clock;
import java.util.function.LongConsumer;

/** What administrators can do with one store. */
final class Administration {
    private final Overrides overrides;
    private final Definitions definitions;

    /**
     * Makes ready what administrators need.
     *
     * @param known groups and roles that the application knows
     * @param afterSave is given the number of the last change once it is committed, on the saving thread
     */
    Administration(SyncStore store, Clock clock, KnownNames known, LongConsumer afterSave) {
        overrides = new Overrides(store, clock, known, afterSave);
        definitions = new Definitions(store, clock, known, afterSave);
    }

    Overrides overrides() {
        return overrides;
    }

    Definitions definitions() {
        return definitions;
    }
}
