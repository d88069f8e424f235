package dev.synchronizer.diff;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares a type with what administrators make of it, so that it is judged as a release of code would be. */
public final class DefinedChanges {
    private DefinedChanges() {}

    /**
     * Compares.
     *
     * @param stored the type's row
     * @param before what is effective of it
     * @param after what is to be; properties that are not there any more are left out of account
     */
    public static TypeDiff between(StoredType stored, TypeModel before, TypeModel after) {
        Differences differences = new Differences();
        differences.addSettings(SettingChange.between(before.settings(), after.settings(), SettingKey.Scope.TYPE));
        List<PropertyDiff> properties = new ArrayList<>();
        for (PropertyModel property : after.properties()) {
            properties.add(before.property(property.name())
                    .map(was -> changed(stored, was, property))
                    .orElseGet(() -> created(property)));
        }
        properties.removeIf(property -> property.state() == ChangeState.IDENTICAL);
        properties.sort(Comparator.comparing(PropertyDiff::name));
        if (!properties.isEmpty()) {
            differences.add(Reason.PROPERTIES_CHANGED);
        }
        return new TypeDiff(
                stored.name(),
                "",
                differences.state(),
                differences.reasons(),
                Grading.worst(differences.changes(), properties),
                stored,
                before,
                after,
                differences.changes(),
                properties);
    }

    private static PropertyDiff changed(StoredType type, PropertyModel before, PropertyModel after) {
        Differences differences = new Differences();
        if (!before.type().equals(after.type())) {
            differences.add(
                    Reason.DATA_TYPE_CHANGED,
                    SettingKey.DATA_TYPE,
                    before.type().toString(),
                    after.type().toString(),
                    Conversions.grade(before.type(), after.type()));
        }
        differences.addSettings(PropertyComparison.changedSettings(before, after));
        return new PropertyDiff(
                after.name(),
                differences.state(),
                differences.reasons(),
                Grading.worst(differences.changes(), List.of()),
                type.property(after.name()).orElse(null),
                before,
                after,
                differences.changes());
    }

    private static PropertyDiff created(PropertyModel after) {
        return new PropertyDiff(
                after.name(),
                ChangeState.NEW,
                List.of(Reason.NO_STORED_PROPERTY),
                Grading.ofNewProperty(after),
                null,
                null,
                after,
                List.of());
    }
}
