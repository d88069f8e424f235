package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.plan.TypePlan;
import java.util.List;

/** What reports show of a type. */
record TypeView(EntryView entry, String module, List<PropertyView> properties) {
    static TypeView of(TypePlan type, boolean all) {
        return new TypeView(
                EntryView.of(type),
                type.diff().module(),
                type.properties().stream()
                        .filter(property -> all || matters(property.state()))
                        .map(PropertyView::of)
                        .toList());
    }

    /** Identical and absent entries are counted, and listed only on demand. */
    static boolean matters(ChangeState state) {
        return state != ChangeState.IDENTICAL && state != ChangeState.ABSENT;
    }
}
