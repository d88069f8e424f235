package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.BlastRadius;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.Suggestion;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.util.List;
import java.util.stream.Stream;

/** What reports show of a type and of a property alike. */
record EntryView(
        String name,
        ChangeState state,
        List<Reason> reasons,
        Grade grade,
        Action action,
        BlastRadius radius,
        List<String> blockedBy,
        int overridesDeleted,
        List<SettingView> settings,
        List<Suggestion> suggestions) {

    static EntryView of(TypePlan type, SyncPlan plan) {
        return new EntryView(
                type.name(),
                type.state(),
                type.diff().reasons(),
                type.grade(),
                type.action(),
                type.radius(),
                type.blockedBy(),
                plan.overridesDeletedWith(type),
                type.settings().stream().map(SettingView::of).toList(),
                type.suggestions());
    }

    static EntryView of(PropertyPlan property, SyncPlan plan) {
        return new EntryView(
                property.name(),
                property.state(),
                property.diff().reasons(),
                property.grade(),
                property.action(),
                property.radius(),
                property.blockedBy(),
                plan.overridesDeletedWith(property),
                property.settings().stream().map(SettingView::of).toList(),
                property.suggestions());
    }

    /** Of something new, changes are not shown as such. */
    Stream<String> overridesNamed(String prefix) {
        return state == ChangeState.NEW
                ? Stream.empty()
                : settings.stream().filter(setting -> setting.saved() != null).map(setting -> prefix + setting.name());
    }
}
