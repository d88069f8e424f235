package dev.synchronizer.diff;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.model.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the properties of one type with those that are stored of it. */
final class PropertyComparison {
    private final SettingComparison settings;

    PropertyComparison(SettingComparison settings) {
        this.settings = settings;
    }

    List<PropertyDiff> compare(StoredType type, @Nullable TypeModel before, TypeModel after) {
        List<PropertyDiff> identical = before == null ? null : identical(type, before, after);
        return identical == null ? matched(type, before, after) : identical;
    }

    /** Most types are just what they were; they are told from the others by walking through three sorted lists. */
    private static @Nullable List<PropertyDiff> identical(StoredType type, TypeModel before, TypeModel after) {
        int count = after.properties().size();
        if (type.properties().size() != count || before.properties().size() != count) {
            return null;
        }
        List<PropertyDiff> diffs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            StoredProperty stored = type.properties().get(i);
            PropertyModel was = before.properties().get(i);
            PropertyModel is = after.properties().get(i);
            if (!stored.name().equals(is.name()) || !isUnchanged(stored, was, is)) {
                return null;
            }
            diffs.add(identical(stored, was, is));
        }
        return diffs;
    }

    private static PropertyDiff identical(StoredProperty stored, @Nullable PropertyModel before, PropertyModel after) {
        return new PropertyDiff(
                after.name(), ChangeState.IDENTICAL, List.of(), Grade.COMPATIBLE, stored, before, after, List.of());
    }

    private List<PropertyDiff> matched(StoredType type, @Nullable TypeModel before, TypeModel after) {
        Map<String, PropertyModel> committed = new HashMap<>();
        if (before != null) {
            before.properties().forEach(property -> committed.put(property.name(), property));
        }
        PropertyMatching matching = PropertyMatching.match(type, after);
        List<PropertyDiff> diffs = new ArrayList<>();
        for (PropertyModel property : after.properties()) {
            StoredProperty stored = matching.storedOf(property);
            diffs.add(
                    stored == null
                            ? created(property, Grading.ofNewProperty(property))
                            : compared(stored, committed.get(stored.name()), property, matching.isNameTaken(property)));
        }
        for (StoredProperty stored : matching.unclaimed()) {
            if (stored.origin() == Origin.CODE) {
                diffs.add(notDeclared(stored, committed.get(stored.name())));
            }
        }
        diffs.sort(Comparator.comparing(PropertyDiff::name));
        return diffs;
    }

    /** A property of a type that did not exist before, and of which there are no items. */
    PropertyDiff createdWithItsType(PropertyModel after) {
        return created(after, Grade.COMPATIBLE);
    }

    private PropertyDiff created(PropertyModel after, Grade grade) {
        return new PropertyDiff(
                after.name(),
                ChangeState.NEW,
                List.of(Reason.NO_STORED_PROPERTY),
                grade,
                null,
                null,
                after,
                settings.created(after.settings()));
    }

    private PropertyDiff compared(
            StoredProperty stored, @Nullable PropertyModel before, PropertyModel after, boolean nameTaken) {
        if (isUnchanged(stored, before, after)) {
            return identical(stored, before, after);
        }
        Differences differences = new Differences();
        if (stored.origin() == Origin.ADMIN) {
            differences.add(isOfType(stored, after.type()) ? Reason.ADOPTED : Reason.DIFFERENT_DATA_TYPE);
        }
        if (stored.orphanedSince() != null) {
            differences.add(Reason.RETURNED);
        }
        if (!stored.name().equals(after.name())) {
            differences.add(Reason.RENAMED, SettingKey.NAME, stored.name(), after.name());
        }
        if (nameTaken) {
            differences.add(Reason.NAME_TAKEN);
        }
        compareDataType(stored, before, after, differences);
        differences.addSettings(changedSettings(stored, before, after));
        List<SettingChange> changes = differences.changes();
        return new PropertyDiff(
                after.name(),
                differences.state(),
                differences.reasons(),
                Grading.worst(changes, List.of()),
                stored,
                before,
                after,
                changes);
    }

    private boolean isOfType(StoredProperty adminMade, PropertyType type) {
        PropertyType own = ownType(adminMade);
        return own == null ? adminMade.dataType().equals(type.storedForm()) : own.equals(type);
    }

    /** The data type that the row alone tells of; null where that is a block, and not which. */
    private @Nullable PropertyType ownType(StoredProperty stored) {
        PropertyType told = stored.toldType();
        return told == null ? null : settings.renamed(told);
    }

    /** In what settings differ that name types alike, apart from the data type. */
    static List<SettingChange> changedSettings(PropertyModel before, PropertyModel after) {
        Settings was = before.settings().without(SettingKey.DATA_TYPE);
        Settings is = after.settings().without(SettingKey.DATA_TYPE);
        return withoutNeedlessLength(before, SettingChange.between(was, is, SettingKey.Scope.PROPERTY));
    }

    /** What an administrator said holds until code says otherwise. */
    private List<SettingChange> changedSettings(
            StoredProperty stored, @Nullable PropertyModel before, PropertyModel after) {
        Settings said = before == null ? stored.ownSettings().without(SettingKey.DATA_TYPE) : before.settings();
        return withoutNeedlessLength(before, settings.changed(said, after.settings(), SettingKey.Scope.PROPERTY));
    }

    private static List<SettingChange> withoutNeedlessLength(
            @Nullable PropertyModel before, List<SettingChange> changes) {
        return changes.stream()
                .map(change -> endsBefore(before, change)
                        ? new SettingChange(change.key(), change.from(), change.to(), Grade.COMPATIBLE)
                        : change)
                .toList();
    }

    /** Most properties are just what they were; they are told from the others without building anything. */
    private static boolean isUnchanged(StoredProperty stored, @Nullable PropertyModel before, PropertyModel after) {
        return before != null
                && stored.origin() == Origin.CODE
                && stored.orphanedSince() == null
                && before.name().equals(after.name())
                && before.type().equals(after.type())
                && before.settings().equals(after.settings());
    }

    /** Whether the values of a STRING, which has a length of its own, all fit a length that is said now. */
    private static boolean endsBefore(@Nullable PropertyModel before, SettingChange change) {
        return before != null
                && before.type().base() == DataType.STRING
                && change.key() == SettingKey.MAX_LENGTH
                && change.from() == null
                && change.to() instanceof SettingValue.Numeric length
                && length.value().compareTo(BigDecimal.valueOf(ValueText.MAX_STRING_LENGTH)) >= 0;
    }

    private void compareDataType(
            StoredProperty stored, @Nullable PropertyModel before, PropertyModel after, Differences differences) {
        PropertyType was = before == null ? ownType(stored) : settings.renamed(before.type());
        String from = was == null ? stored.dataType() : was.toString();
        String to = was == null ? after.type().storedForm() : after.type().toString();
        if (!from.equals(to)) {
            Grade grade = was == null ? Grade.LOSSY : Conversions.grade(was, after.type());
            differences.add(
                    Reason.DATA_TYPE_CHANGED,
                    SettingKey.DATA_TYPE,
                    from,
                    after.type().toString(),
                    grade);
        }
    }

    static PropertyDiff notDeclared(StoredProperty stored, @Nullable PropertyModel before) {
        boolean returned = stored.adopted();
        return new PropertyDiff(
                stored.name(),
                returned ? ChangeState.UPDATED : ChangeState.ORPHANED,
                List.of(returned ? Reason.RETURNED_TO_ADMINISTRATORS : Reason.NO_LONGER_DECLARED),
                returned ? Grade.COMPATIBLE : Grade.BREAKING,
                stored,
                before,
                null,
                List.of());
    }

    PropertyDiff leftAlone(PropertyModel property, @Nullable StoredType type, ChangeState state, Reason reason) {
        StoredProperty stored =
                type == null ? null : type.property(property.name()).orElse(null);
        return new PropertyDiff(
                property.name(), state, List.of(reason), Grade.COMPATIBLE, stored, null, property, List.of());
    }
}
