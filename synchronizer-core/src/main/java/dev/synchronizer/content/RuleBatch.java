package dev.synchronizer.content;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some items that rules were applied to.
 *
 * @param lastItem the last of them; null where there was none
 * @param looked how many items the application is done with by now
 * @param changed how many of them it changed by now
 * @param refused how many of them it has left as they are by now, for something was in the way
 * @param changes the first few that were changed in this batch, or would be
 * @param refusals the items of this batch that were left as they are
 * @param findings what was found in items of this batch that were saved nevertheless, or would be
 * @param size what it took
 * @param more whether there may be more behind them
 * @param single whether this batch was made of one item, as the whole one was refused
 */
public record RuleBatch(
        @Nullable UUID lastItem,
        long looked,
        long changed,
        long refused,
        List<ItemChange> changes,
        List<RefusedItem> refusals,
        List<ItemFinding> findings,
        Size size,
        boolean more,
        boolean single) {
    /** How many changes are listed at most. */
    public static final int LISTED = 20;

    public RuleBatch {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
        findings = List.copyOf(findings);
    }

    /** None, as there is nothing left to do. */
    static RuleBatch none(@Nullable UUID lastItem, long looked, long changed, long refused) {
        return new RuleBatch(
                lastItem, looked, changed, refused, List.of(), List.of(), List.of(), Size.NOTHING, false, false);
    }

    RuleBatch asSingle() {
        return new RuleBatch(lastItem, looked, changed, refused, changes, refusals, findings, size, more, true);
    }

    /**
     * What a batch took.
     *
     * @param items how many items it was done with
     * @param length how many characters their values had
     * @param time how long it held them
     */
    public record Size(int items, long length, Duration time) {
        static final Size NOTHING = new Size(0, 0, Duration.ZERO);
    }
}
