package dev.synchronizer.diff;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares one declared type with what is stored of it. */
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
    TypeDiff compare(DeclaredType declared) {
        StoredType stored = matching.storedOf(declared);
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
        Differences differences = new Differences();
        compareIdentity(declared, stored, before, differences);
        Settings said = before == null ? stored.ownSettings() : before.settings();
        differences.addSettings(settings.changed(said, after.settings(), SettingKey.Scope.TYPE));
        List<PropertyDiff> propertyDiffs = properties.compare(stored, before, after);
        if (propertyDiffs.stream().anyMatch(p -> p.state() == ChangeState.CONFLICT)) {
            differences.add(Reason.CONFLICTING_PROPERTIES);
        } else if (propertyDiffs.stream().anyMatch(PropertyDiff::isChange)) {
            differences.add(Reason.PROPERTIES_CHANGED);
        }
        return new TypeDiff(
                after.name(),
                declared.module(),
                differences.state(),
                differences.reasons(),
                Grading.worst(differences.changes(), propertyDiffs),
                stored,
                before,
                after,
                differences.changes(),
                propertyDiffs);
    }

    private void compareIdentity(
            DeclaredType declared, StoredType stored, @Nullable TypeModel before, Differences differences) {
        TypeModel after = declared.model();
        if (stored.origin() == Origin.ADMIN) {
            differences.add(isOfKind(stored, after) ? Reason.ADOPTED : Reason.DIFFERENT_KIND);
        } else {
            compareClass(stored.className(), after.className(), differences);
            if (!declared.module().equals(stored.module())) {
                differences.add(Reason.MODULE_CHANGED, SettingKey.MODULE, stored.module(), declared.module());
            }
        }
        if (!stored.name().equals(after.name())) {
            differences.add(Reason.RENAMED, SettingKey.NAME, stored.name(), after.name());
        }
        if (matching.isNameTaken(declared)) {
            differences.add(Reason.NAME_TAKEN);
        }
        if (stored.orphanedSince() != null) {
            differences.add(Reason.RETURNED);
        }
        compareGuid(stored, before, after, differences);
    }

    /** Kinds have to agree as data types do: pages that an administrator made would leave the tree as blocks. */
    private static boolean isOfKind(StoredType adminMade, TypeModel after) {
        return adminMade.ownKind() == after.kind();
    }

    private static void compareClass(@Nullable String before, String after, Differences differences) {
        if (!after.equals(before)) {
            boolean onlyMoved = before != null && simpleName(before).equals(simpleName(after));
            differences.add(onlyMoved ? Reason.CLASS_MOVED : Reason.CLASS_RENAMED, SettingKey.CLASS, before, after);
        }
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static void compareGuid(
            StoredType stored, @Nullable TypeModel before, TypeModel after, Differences differences) {
        UUID declared = parse(after);
        UUID declaredBefore = before == null ? null : parse(before);
        if (declared != null && !declared.equals(stored.guid())) {
            Reason reason = declaredBefore == null ? Reason.GUID_ADOPTED : Reason.DIFFERENT_GUID;
            differences.add(reason, SettingKey.GUID, stored.guid().toString(), declared.toString());
        } else if (declared != null && declaredBefore == null && before != null) {
            differences.add(Reason.GUID_ADOPTED);
        } else if (declared == null && declaredBefore != null) {
            differences.add(Reason.GUID_NO_LONGER_DECLARED);
        }
    }

    private static @Nullable UUID parse(TypeModel type) {
        return type.guid() == null ? null : TypeGuid.parse(type.guid());
    }

    /** A declared type that is left alone. */
    TypeDiff leaveAlone(DeclaredType declared, Reason reason) {
        StoredType stored = matching.storedOf(declared);
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
}
