package dev.synchronizer.diff;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a type compares.
 *
 * @param name its name in code, or in the store where code has none
 * @param module the module that declares it, or that last committed it where none does
 * @param state what it is
 * @param reasons why, in the order of {@link Reason}
 * @param grade the worst that it and its properties can do to stored items and values, judged without knowing whether
 *     there are any
 * @param stored its row, or null where there is none
 * @param before the code that was last committed, or null
 * @param after the code as scanned, or null
 * @param settings what code says differently: what identifies it first, then in the order of the settings
 * @param properties all of its properties, sorted by name
 */
public record TypeDiff(
        String name,
        String module,
        ChangeState state,
        List<Reason> reasons,
        Grade grade,
        @Nullable StoredType stored,
        @Nullable TypeModel before,
        @Nullable TypeModel after,
        List<SettingChange> settings,
        List<PropertyDiff> properties) {

    public TypeDiff {
        reasons = Reason.inOrder(reasons);
        settings = List.copyOf(settings);
        properties = List.copyOf(properties);
    }

    /** The same for other reasons, and with other properties in place of its own. */
    public TypeDiff with(List<Reason> others, List<PropertyDiff> otherProperties) {
        return new TypeDiff(name, module, state, others, grade, stored, before, after, settings, otherProperties);
    }

    /** Whether code ceases to declare what administrators had made, so that no snapshot tells of it any more. */
    public boolean goesToAdministrators() {
        return reasons.contains(Reason.RETURNED_TO_ADMINISTRATORS);
    }
}
