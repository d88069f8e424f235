package dev.synchronizer.plan;

import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which orphans go, and what of themselves keeps the others (D5). */
final class Orphans {
    private final Policy policy;
    private final Usage usage;
    private final Instant now;

    Orphans(Policy policy, Usage usage, Instant now) {
        this.policy = policy;
        this.usage = usage;
        this.now = now;
    }

    /** What keeps an orphaned property; nothing but values does. */
    List<String> blockers(PropertyDiff orphan) {
        return ContentInUse.of(
                usage.valuesOf(Objects.requireNonNull(orphan.stored()).id()));
    }

    /** What of an orphaned type itself keeps it: its items, and what administrators added to it. */
    List<String> blockers(TypeDiff orphan) {
        StoredType stored = Objects.requireNonNull(orphan.stored());
        List<String> blockers = new ArrayList<>(ContentInUse.of(usage.itemsOf(stored.id())));
        stored.properties().stream()
                .filter(property -> property.origin() == Origin.ADMIN || property.adopted())
                .map(StoredProperty::name)
                .forEach(property -> blockers.add("an administrator made its property " + property));
        return blockers;
    }

    /** Whether an orphaned property goes now. */
    boolean deletes(PropertyDiff orphan) {
        StoredProperty stored = Objects.requireNonNull(orphan.stored());
        return policy.deletesOrphan(stored.id(), stored.orphanedSince(), now)
                && blockers(orphan).isEmpty();
    }

    /** Whether an orphaned type would go now, as far as it depends on itself. */
    boolean deletes(TypeDiff orphan) {
        StoredType stored = Objects.requireNonNull(orphan.stored());
        return policy.deletesOrphan(stored.id(), stored.orphanedSince(), now)
                && blockers(orphan).isEmpty();
    }

    /** What is done about an orphaned type. */
    Action action(TypeDiff orphan, boolean blocked) {
        return action(Objects.requireNonNull(orphan.stored()).orphanedSince() == null, !blocked && deletes(orphan));
    }

    /** What is done about an orphaned property of a type that lives. */
    Action action(PropertyDiff orphan) {
        return action(Objects.requireNonNull(orphan.stored()).orphanedSince() == null, deletes(orphan));
    }

    private static Action action(boolean unmarked, boolean goes) {
        if (goes) {
            return Action.DELETE;
        }
        return unmarked ? Action.UPDATE : Action.KEEP;
    }
}
