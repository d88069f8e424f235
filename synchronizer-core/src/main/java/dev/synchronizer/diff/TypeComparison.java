package dev.synchronizer.diff;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares one type with what is stored of it. */
final class TypeComparison {
    private final StoredIndex index;
    private final TypeMatching matching;
    private final SettingComparison settings;
    private final PropertyComparison properties;

    TypeComparison(StoredIndex index, TypeMatching matching) {
        this.index = index;
        this.matching = matching;
        this.settings = new SettingComparison(matching.renames());
        this.properties = new PropertyComparison(settings);
    }

    /** A type that a run may process. */
    TypeDiff declared(DeclaredType declared, @Nullable StoredType stored) {
        return stored == null ? created(declared) : compared(declared, stored);
    }

    private TypeDiff created(DeclaredType declared) {
        TypeModel after = declared.model();
        return new TypeDiff(
                after.name(),
                declared.module(),
                ChangeState.NEW,
                List.of(Reason.NO_STORED_TYPE),
                Grade.COMPATIBLE,
                null,
                null,
                after,
                settings.created(after.settings()),
                after.properties().stream().map(properties::createdWithItsType).toList());
    }

    private TypeDiff compared(DeclaredType declared, StoredType stored) {
        TypeModel after = declared.model();
        TypeModel before = index.committed(stored);
        List<Reason> reasons = new ArrayList<>();
        List<SettingChange> changes = new ArrayList<>();
        compareIdentity(declared, stored, before, reasons, changes);
        if (matching.isNameTaken(declared)) {
            reasons.add(Reason.NAME_TAKEN);
        }

        List<SettingChange> changedSettings = settings.changed(
                before == null ? Settings.none() : before.settings(), after.settings(), SettingKey.Scope.TYPE);
        if (!changedSettings.isEmpty()) {
            reasons.add(Reason.SETTINGS_CHANGED);
            changes.addAll(changedSettings);
        }
        List<PropertyDiff> propertyDiffs = properties.compare(stored, before, after);
        if (propertyDiffs.stream().anyMatch(p -> p.state() == ChangeState.CONFLICT)) {
            reasons.add(Reason.CONFLICTING_PROPERTIES);
        } else if (propertyDiffs.stream().anyMatch(PropertyDiff::isChange)) {
            reasons.add(Reason.PROPERTIES_CHANGED);
        }
        Grade grade = Grading.worst(changes, propertyDiffs);
        return new TypeDiff(
                after.name(),
                declared.module(),
                state(reasons),
                reasons,
                grade,
                stored,
                before,
                after,
                changes,
                propertyDiffs);
    }

    private static ChangeState state(List<Reason> reasons) {
        if (reasons.contains(Reason.DIFFERENT_GUID)
                || reasons.contains(Reason.NAME_TAKEN)
                || reasons.contains(Reason.CONFLICTING_PROPERTIES)) {
            return ChangeState.CONFLICT;
        }
        return reasons.isEmpty() ? ChangeState.IDENTICAL : ChangeState.UPDATED;
    }

    private static void compareIdentity(
            DeclaredType declared,
            StoredType stored,
            @Nullable TypeModel before,
            List<Reason> reasons,
            List<SettingChange> changes) {
        TypeModel after = declared.model();
        if (stored.origin() == Origin.ADMIN) {
            reasons.add(Reason.ADOPTED);
        } else {
            compareClass(stored.className(), after.className(), reasons, changes);
            if (!declared.module().equals(stored.module())) {
                reasons.add(Reason.MODULE_CHANGED);
                changes.add(change(SettingKey.MODULE, stored.module(), declared.module()));
            }
        }
        if (!stored.name().equals(after.name())) {
            reasons.add(Reason.RENAMED);
            changes.add(change(SettingKey.NAME, stored.name(), after.name()));
        }
        if (stored.orphanedSince() != null) {
            reasons.add(Reason.RETURNED);
        }
        compareGuid(stored, before, after, reasons, changes);
    }

    private static void compareClass(
            @Nullable String before, String after, List<Reason> reasons, List<SettingChange> changes) {
        if (after.equals(before)) {
            return;
        }
        String simple = after.substring(after.lastIndexOf('.') + 1);
        boolean onlyMoved =
                before != null && before.substring(before.lastIndexOf('.') + 1).equals(simple);
        reasons.add(onlyMoved ? Reason.CLASS_MOVED : Reason.CLASS_RENAMED);
        changes.add(change(SettingKey.CLASS, before, after));
    }

    private static void compareGuid(
            StoredType stored,
            @Nullable TypeModel before,
            TypeModel after,
            List<Reason> reasons,
            List<SettingChange> changes) {
        UUID declared = parse(after);
        UUID declaredBefore = before == null ? null : parse(before);
        if (declared != null && !declared.equals(stored.guid())) {
            boolean storedWasDeclared = declaredBefore != null;
            reasons.add(storedWasDeclared ? Reason.DIFFERENT_GUID : Reason.GUID_ADOPTED);
            changes.add(change(SettingKey.GUID, stored.guid().toString(), declared.toString()));
        } else if (declared != null && declaredBefore == null && before != null) {
            reasons.add(Reason.GUID_ADOPTED);
        } else if (declared == null && declaredBefore != null) {
            reasons.add(Reason.GUID_NO_LONGER_DECLARED);
        }
    }

    private static @Nullable UUID parse(TypeModel type) {
        return type.guid() == null ? null : TypeGuid.parse(type.guid());
    }

    private static SettingChange change(SettingKey key, @Nullable String from, String to) {
        return new SettingChange(
                key, from == null ? null : SettingValue.of(from), SettingValue.of(to), Grade.COMPATIBLE);
    }

    /** A declared type that is left alone. */
    TypeDiff gated(DeclaredType declared, @Nullable StoredType stored, Reason reason) {
        TypeModel after = declared.model();
        return new TypeDiff(
                after.name(),
                declared.module(),
                ChangeState.GATED,
                List.of(reason),
                Grade.COMPATIBLE,
                stored,
                stored == null ? null : index.committed(stored),
                after,
                List.of(),
                after.properties().stream()
                        .map(p -> properties.leftAlone(p, stored, ChangeState.GATED, reason))
                        .toList());
    }

    /** A stored type that no scanned class declares; nothing where that is none of this run's business. */
    Optional<TypeDiff> notDeclared(StoredType stored, ModuleState module, boolean lookedFor) {
        if (stored.origin() == Origin.ADMIN || module == ModuleState.GATED) {
            return Optional.empty();
        }
        if (module == ModuleState.ABSENT) {
            return Optional.of(stored(stored, ChangeState.ABSENT, Reason.MODULE_ABSENT, Grade.COMPATIBLE));
        }
        if (!lookedFor && module != ModuleState.GONE) {
            return Optional.of(stored(stored, ChangeState.ABSENT, Reason.PACKAGE_NOT_SCANNED, Grade.COMPATIBLE));
        }
        if (stored.adopted()) {
            return Optional.of(returned(stored));
        }
        Reason reason = module == ModuleState.GONE ? Reason.MODULE_GONE : Reason.NO_LONGER_DECLARED;
        return Optional.of(stored(stored, ChangeState.ORPHANED, reason, Grade.BREAKING));
    }

    /** The type goes back to the administrators with what they made of it; what code added to it is orphaned. */
    private TypeDiff returned(StoredType stored) {
        TypeModel before = index.committed(stored);
        List<PropertyDiff> propertyDiffs = stored.properties().stream()
                .filter(property -> property.origin() == Origin.CODE)
                .map(property -> PropertyComparison.notDeclared(property, committed(property, before)))
                .toList();
        return stored(stored, ChangeState.UPDATED, Reason.RETURNED_TO_ADMINISTRATORS, propertyDiffs);
    }

    private TypeDiff stored(StoredType stored, ChangeState state, Reason reason, Grade grade) {
        TypeModel before = index.committed(stored);
        List<PropertyDiff> propertyDiffs = stored.properties().stream()
                .filter(property -> property.origin() == Origin.CODE)
                .map(property -> new PropertyDiff(
                        property.name(),
                        state,
                        List.of(reason),
                        grade,
                        property,
                        committed(property, before),
                        null,
                        List.of()))
                .toList();
        return stored(stored, state, reason, propertyDiffs);
    }

    private TypeDiff stored(StoredType stored, ChangeState state, Reason reason, List<PropertyDiff> propertyDiffs) {
        Grade own = state == ChangeState.ORPHANED ? Grade.BREAKING : Grade.COMPATIBLE;
        return new TypeDiff(
                stored.name(),
                Objects.requireNonNullElse(stored.module(), ""),
                state,
                List.of(reason),
                own.and(Grading.worst(List.of(), propertyDiffs)),
                stored,
                index.committed(stored),
                null,
                List.of(),
                propertyDiffs);
    }

    private static @Nullable PropertyModel committed(StoredProperty property, @Nullable TypeModel before) {
        return before == null ? null : before.property(property.name()).orElse(null);
    }
}
