package dev.synchronizer.content;

import dev.synchronizer.saving.Finding;
import java.util.List;

/**
 * What validators say of an item as it is stored.
 *
 * @param item the item
 * @param violations why its next save would not be let through
 * @param findings what else is said of it, which would be let through
 * @param kept what was wrong with it when it was last saved, and saved nevertheless
 * @param offers what can be done about it; nothing where it is in the recycle bin
 */
public record ExaminedItem(
        Item item, List<Violation> violations, List<Finding> findings, List<Finding> kept, List<Offer> offers) {
    public ExaminedItem {
        violations = List.copyOf(violations);
        findings = List.copyOf(findings);
        kept = List.copyOf(kept);
        offers = List.copyOf(offers);
    }

    /** Whether nobody has anything to say, nor had when it was last saved. */
    public boolean isClean() {
        return violations.isEmpty() && findings.isEmpty() && kept.isEmpty();
    }
}
