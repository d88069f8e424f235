package dev.synchronizer.plan;

import java.time.Duration;

/** What happens to orphans that nothing blocks (D5). */
public sealed interface OrphanPolicy {
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
}
