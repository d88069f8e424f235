package dev.synchronizer.commit;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The types that a run keeps from those who save content of them. A save takes its types first, in the order of their ids,
 * and then its items; a run that takes all of its own at once, before it writes anything, cannot get into a circle with it.
 */
final class LockedTypes {
    private LockedTypes() {}

    /** All of which a row is written, or of which something goes or is converted; each there is where steps run. */
    static Set<Long> of(SyncPlan plan, StoredModel stored) {
        Set<Long> ids = new TreeSet<>();
        if (plan.steps().stream().anyMatch(step -> step.state() == StepPlan.State.RUN)) {
            // Nobody knows before what a step works on.
            stored.types().forEach(type -> ids.add(type.id()));
        }
        plan.types().stream()
                .filter(type -> isCounted(type) || isWritten(type))
                .forEach(type -> add(type.diff().stored(), ids));
        plan.following().forEach(row -> ids.add(row.type().id()));
        return ids;
    }

    /**
     * Whether something goes or is converted, so that it is counted again behind the lock. That follows from the comparison
     * alone, and not from what was counted, so that the second plan needs no other locks than the first.
     */
    static boolean isCounted(TypePlan type) {
        return type.diff().stored() != null
                && (type.state() == ChangeState.ORPHANED
                        || type.properties().stream().anyMatch(LockedTypes::goesOrIsConverted));
    }

    private static boolean goesOrIsConverted(PropertyPlan property) {
        return property.state() == ChangeState.ORPHANED
                || property.settings().stream()
                        .map(setting -> setting.change().key())
                        .anyMatch(key -> key == SettingKey.DATA_TYPE || key == SettingKey.LOCALIZED);
    }

    private static boolean isWritten(TypePlan type) {
        return type.action().isPending()
                && (type.writesRow() || type.properties().stream().anyMatch(LockedTypes::isRewritten));
    }

    /** New rows are in nobody's way. */
    private static boolean isRewritten(PropertyPlan property) {
        return property.diff().stored() != null && property.writesRow();
    }

    private static void add(@Nullable StoredType stored, Set<Long> ids) {
        if (stored != null) {
            ids.add(stored.id());
        }
    }
}
