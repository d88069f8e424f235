package dev.synchronizer.content;

import dev.synchronizer.saving.Finding;
import java.util.List;

/**
 * What validators say of an item as it is stored.
 *
 * @param item the item
 * @param violations why its next save would not be let through
 * @param findings what else is said of it, which would be let through
 */
public record ExaminedItem(Item item, List<Violation> violations, List<Finding> findings) {
    public ExaminedItem {
        violations = List.copyOf(violations);
        findings = List.copyOf(findings);
    }

    /** Whether nobody has anything to say. */
    public boolean isClean() {
        return violations.isEmpty() && findings.isEmpty();
    }
}
