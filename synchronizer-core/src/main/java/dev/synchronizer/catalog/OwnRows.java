package dev.synchronizer.catalog;

import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a node's own, older code, and gives them the names and properties that this code knows. */
final class OwnRows {
    private final Map<String, StoredType> renamed = new HashMap<>();
    private final Map<String, TypeModel> committed = new HashMap<>();

    OwnRows(ModelDiff diff) {
        for (StoredModule module : diff.stored().modules()) {
            module.snapshot().types().forEach(type -> committed.put(module.name() + " " + type.name(), type));
        }
        Set<Long> claimed = new HashSet<>();
        diff.types().stream()
                .filter(type -> type.after() != null && type.stored() != null)
                .forEach(type -> claimed.add(type.stored().id()));
        for (StoredType type : diff.stored().types()) {
            TypeModel newer = committed(type);
            if (newer != null && !claimed.contains(type.id())) {
                newer.formerNames().forEach(former -> renamed.putIfAbsent(former, type));
            }
        }
    }

    private @Nullable TypeModel committed(StoredType type) {
        return committed.get(type.module() + " " + type.name());
    }

    /**
     * The row of a type of this code; one of id 0 where none is stored, and nothing where the row is an administrator's.
     * Newer code may have renamed what this code declares, and says so in its snapshot.
     */
    Optional<StoredType> rowOf(TypeDiff type, TypeModel code) {
        StoredType stored = type.stored() == null ? renamed.get(code.name()) : type.stored();
        if (stored != null && stored.origin() == Origin.ADMIN) {
            return Optional.empty();
        }
        return Optional.of(new StoredType(
                stored == null ? 0 : stored.id(),
                stored == null ? guid(code) : stored.guid(),
                code.name(),
                code.className(),
                type.module(),
                Origin.CODE,
                false,
                null,
                stored == null ? withoutRows(code) : properties(type, code, stored)));
    }

    private static UUID guid(TypeModel code) {
        UUID declared = code.guid() == null ? null : TypeGuid.parse(code.guid());
        return declared == null ? TypeGuid.derive(code.oldestName()) : declared;
    }

    private static List<StoredProperty> withoutRows(TypeModel code) {
        return code.properties().stream()
                .map(declared ->
                        new StoredProperty(0, declared.name(), declared.type().storedForm(), Origin.CODE, false, null))
                .toList();
    }

    private List<StoredProperty> properties(TypeDiff type, TypeModel code, StoredType stored) {
        Map<String, StoredProperty> known = rowsByOwnNames(type, code, stored);
        List<StoredProperty> rows = new ArrayList<>(withoutRows(code.withProperties(code.properties().stream()
                .filter(declared -> !known.containsKey(declared.name()))
                .toList())));
        TypeModel newer = committed(stored);
        known.forEach((name, row) -> rows.add(underOwnName(name, row, newer)));
        for (StoredProperty property : stored.properties()) {
            if (property.origin() == Origin.ADMIN
                    && code.property(property.name()).isEmpty()) {
                rows.add(property);
            }
        }
        return rows;
    }

    /** The row with the data type that newer code gave it, in full: this code may have another one. */
    private static StoredProperty underOwnName(String name, StoredProperty row, @Nullable TypeModel newer) {
        Settings type = newer == null
                ? row.ownSettings()
                : newer.property(row.name())
                        .map(last -> Settings.none()
                                .with(
                                        SettingKey.DATA_TYPE,
                                        SettingValue.of(last.type().toString())))
                        .orElse(row.ownSettings());
        return new StoredProperty(row.id(), name, row.dataType(), Origin.CODE, false, null, type);
    }

    /** The rows of this code's properties, by the names that this code gives them. */
    private Map<String, StoredProperty> rowsByOwnNames(TypeDiff type, TypeModel code, StoredType stored) {
        Map<String, StoredProperty> rows = new HashMap<>();
        for (PropertyDiff property : type.properties()) {
            if (property.after() != null && property.stored() != null) {
                rows.put(property.name(), property.stored());
            }
        }
        TypeModel newer = committed(stored);
        for (StoredProperty property : stored.properties()) {
            List<String> formerNames = newer == null
                    ? List.of()
                    : newer.property(property.name())
                            .map(PropertyModel::formerNames)
                            .orElse(List.of());
            boolean isKnown = code.property(property.name()).isPresent();
            (isKnown ? List.of(property.name()) : formerNames).forEach(name -> rows.putIfAbsent(name, property));
        }
        rows.keySet().removeIf(name -> code.property(name).isEmpty());
        return rows;
    }
}
