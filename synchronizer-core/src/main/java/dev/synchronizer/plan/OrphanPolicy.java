package dev.synchronizer.plan;

import java.time.Duration;
import java.util.Set;

/** What happens to orphans that nothing blocks (D5). */
public sealed interface OrphanPolicy
        permits OrphanPolicy.Delete, OrphanPolicy.Keep, OrphanPolicy.Quarantine, OrphanPolicy.MadeByRun {
    /** They are deleted. */
    record Delete() implements OrphanPolicy {}

    /** They stay, marked, out of the effective model. */
    record Keep() implements OrphanPolicy {}

    /**
     * They stay, marked, for a time, and are deleted by the first run after it.
     *
     * @param time how long, counted from the run that marked them
     */
    record Quarantine(Duration time) implements OrphanPolicy {
        public Quarantine {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("a quarantine lasts longer than nothing: " + time);
            }
        }
    }

    /**
     * Those that a run made are deleted with it, and others stay, marked, as they were.
     *
     * @param ids those of types and properties, which have no id in common
     */
    record MadeByRun(Set<Long> ids) implements OrphanPolicy {
        public MadeByRun {
            ids = Set.copyOf(ids);
        }
    }
}
