package dev.synchronizer.content;

import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.Finding;
import java.util.List;

/**
 * What became of an item of which validators had something to say.
 *
 * @param item the item as it is now
 * @param fixed what was changed of it for good, sorted by place; nothing where nothing was offered, or it is wrong all the
 *     same
 * @param violations why it is not let through even with what was offered, or is left as it is, and what is wrong with it
 *     then; and what was offered and does not last
 * @param findings what validators still say of it
 * @param kept what is kept with it by now
 */
public record FixedItem(
        Item item, List<FixedValue> fixed, List<Violation> violations, List<Finding> findings, List<Finding> kept) {
    public FixedItem {
        fixed = List.copyOf(fixed);
        violations = List.copyOf(violations);
        findings = List.copyOf(findings);
        kept = List.copyOf(kept);
    }

    /**
     * A value that was changed.
     *
     * @param validator the name of the validator that offered it
     * @param change where, and from what to what
     */
    public record FixedValue(String validator, Change change) {}
}
