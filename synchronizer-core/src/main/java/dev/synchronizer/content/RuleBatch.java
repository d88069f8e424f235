package dev.synchronizer.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some items that rules were applied to.
 *
 * @param lastItem the last of them; null where there was none
 * @param looked how many items the application is done with by now
 * @param changed how many of them it changed by now
 * @param changes what was changed in this batch, or would be
 * @param refusals the items of this batch that were left as they are
 * @param length how many characters their values had
 * @param items how many items were read
 * @param more whether there may be more behind them
 * @param single whether this batch was made of one item, as the whole one was refused
 */
public record RuleBatch(
        @Nullable UUID lastItem,
        long looked,
        long changed,
        List<ItemChange> changes,
        List<RefusedItem> refusals,
        long length,
        int items,
        boolean more,
        boolean single) {
    public RuleBatch {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    RuleBatch asSingle() {
        return new RuleBatch(lastItem, looked, changed, changes, refusals, length, items, more, true);
    }
}
