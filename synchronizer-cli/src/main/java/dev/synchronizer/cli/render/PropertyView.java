package dev.synchronizer.cli.render;

import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import org.jspecify.annotations.Nullable;

/** What reports show of a property. */
record PropertyView(EntryView entry, @Nullable String dataType) {
    static PropertyView of(PropertyPlan property, SyncPlan plan) {
        return new PropertyView(EntryView.of(property, plan), dataType(property.diff()));
    }

    private static @Nullable String dataType(PropertyDiff diff) {
        if (diff.after() != null) {
            return diff.after().type().toString();
        }
        if (diff.before() != null) {
            return diff.before().type().toString();
        }
        return diff.stored() == null ? null : diff.stored().dataType();
    }
}
