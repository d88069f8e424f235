package dev.synchronizer.diff;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a property of a type compares.
 *
 * @param name its name in code, or in the store where code has none
 * @param state what it is
 * @param reasons why, in the order of {@link Reason}
 * @param grade the worst that it can do to stored values, judged without knowing whether there are any
 * @param stored its row, or null where there is none
 * @param before the code that was last committed, or null
 * @param after the code as scanned, or null
 * @param settings what code says differently: what identifies it first, then in the order of the settings
 */
public record PropertyDiff(
        String name,
        ChangeState state,
        List<Reason> reasons,
        Grade grade,
        @Nullable StoredProperty stored,
        @Nullable PropertyModel before,
        @Nullable PropertyModel after,
        List<SettingChange> settings) {

    public PropertyDiff {
        reasons = Reason.inOrder(reasons);
        settings = List.copyOf(settings);
    }

    /** The same for other reasons. */
    public PropertyDiff withReasons(List<Reason> others) {
        return new PropertyDiff(name, state, others, grade, stored, before, after, settings);
    }

    /** Whether code ceases to declare what administrators had made. */
    public boolean goesToAdministrators() {
        return reasons.contains(Reason.RETURNED_TO_ADMINISTRATORS);
    }

    /** Whether it makes its type an updated one; an orphan that was kept before does not. */
    boolean isChange() {
        boolean keptBefore = state == ChangeState.ORPHANED && stored != null && stored.orphanedSince() != null;
        return state != ChangeState.IDENTICAL && !keptBefore;
    }
}
