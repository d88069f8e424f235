package dev.synchronizer.plan;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the rename of a type into the snapshots that refer to it by its old name. */
public final class ReferenceRenaming {
    private final Map<String, String> names = new HashMap<>();

    private ReferenceRenaming() {}

    static ReferenceRenaming of(List<TypePlan> types) {
        ReferenceRenaming renaming = new ReferenceRenaming();
        for (TypePlan type : types) {
            StoredType stored = type.diff().stored();
            if (stored != null
                    && type.action() == Action.UPDATE
                    && !stored.name().equals(type.name())) {
                renaming.names.put(stored.name(), type.name());
            }
        }
        return renaming;
    }

    /** From the names that types have to those that they get. */
    public static ReferenceRenaming ofNames(Map<String, String> names) {
        ReferenceRenaming renaming = new ReferenceRenaming();
        renaming.names.putAll(names);
        return renaming;
    }

    /** Whether a snapshot refers to a type that was renamed. */
    boolean concerns(@Nullable StoredModule module) {
        return module != null
                && !names.isEmpty()
                && module.snapshot().types().stream().anyMatch(type -> !type.equals(apply(type)));
    }

    public @Nullable TypeModel apply(@Nullable TypeModel type) {
        if (type == null || names.isEmpty()) {
            return type;
        }
        Settings settings = renamed(renamed(type.settings(), SettingKey.ALLOWED_PARENTS), SettingKey.ALLOWED_CHILDREN);
        return type.withSettings(settings)
                .withProperties(type.properties().stream().map(this::apply).toList());
    }

    public PropertyModel apply(PropertyModel property) {
        String block = property.type().blockType();
        PropertyModel renamed = block == null || !names.containsKey(block)
                ? property
                : property.withType(property.type().withBlockType(names.getOrDefault(block, block)));
        Settings settings = renamed(property.settings(), SettingKey.ALLOWED_TYPES);
        return settings.equals(property.settings()) ? renamed : renamed.withSettings(settings);
    }

    /** The rows that a run writes anyway, with the new names in what administrators said of them. */
    TypePlan applyToRows(TypePlan type) {
        if (names.isEmpty() || type.action() != Action.UPDATE) {
            return type;
        }
        StoredType row = type.rowAfter();
        return type.withRows(
                row == null || !type.writesRow() ? row : row.withOwnSettings(apply(row.ownSettings())),
                type.properties().stream().map(this::applyToRow).toList());
    }

    private PropertyPlan applyToRow(PropertyPlan property) {
        StoredProperty row = property.rowAfter();
        return row == null || !property.writesRow()
                ? property
                : property.withRow(row.withOwnSettings(apply(row.ownSettings())));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** What administrators said of a type or property. */
    Settings apply(Settings own) {
        Settings settings = renamed(own, SettingKey.ALLOWED_TYPES);
        settings = renamed(settings, SettingKey.ALLOWED_PARENTS);
        settings = renamed(settings, SettingKey.ALLOWED_CHILDREN);
        String dataType = settings.text(SettingKey.DATA_TYPE).orElse(null);
        PropertyType type = dataType == null ? null : PropertyType.parse(dataType);
        String renamed = type == null || type.blockType() == null ? null : names.get(type.blockType());
        return renamed == null || type == null
                ? settings
                : settings.with(
                        SettingKey.DATA_TYPE,
                        SettingValue.of(type.withBlockType(renamed).toString()));
    }

    private Settings renamed(Settings settings, SettingKey key) {
        List<String> types = settings.texts(key);
        if (types.stream().noneMatch(names::containsKey)) {
            return settings;
        }
        return settings.with(
                key,
                SettingValue.set(types.stream()
                        .map(name -> names.getOrDefault(name, name))
                        .toList()));
    }
}
