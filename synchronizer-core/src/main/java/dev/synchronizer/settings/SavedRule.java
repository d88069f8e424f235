package dev.synchronizer.settings;

import dev.synchronizer.rule.KnownRule;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rule.
 *
 * @param changeNumber the number of the change; 0 where it was so already, and nothing was written
 * @param before the rule before; null where there was none
 * @param after the rule since; null where it was removed
 */
public record SavedRule(
        long changeNumber,
        @Nullable KnownRule before,
        @Nullable KnownRule after) {
    /** Whether anything was written. */
    public boolean isChange() {
        return changeNumber > 0;
    }
}
