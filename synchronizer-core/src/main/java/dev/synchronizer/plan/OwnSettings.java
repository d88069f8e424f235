package dev.synchronizer.plan;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The structural settings in rows: while code declares something, they rest; once it ceases to, they are the model. */
final class OwnSettings {
    private static final Set<SettingKey> ONLY_OF_CODE = EnumSet.of(
            SettingKey.NAME,
            SettingKey.GUID,
            SettingKey.CLASS,
            SettingKey.MODULE,
            SettingKey.LOCKED,
            SettingKey.DATA_TYPE);

    private final Set<String> types = new HashSet<>();

    OwnSettings(StoredModel stored) {
        stored.types().forEach(type -> types.add(type.name()));
    }

    /** While code declares it; once code says another data type, they name the one that they were made for. */
    static Settings resting(StoredProperty stored, PropertyModel code) {
        Settings own = stored.ownSettings();
        boolean changes = !stored.dataType().equals(code.type().storedForm());
        return changes && !own.says(SettingKey.DATA_TYPE)
                ? own.with(SettingKey.DATA_TYPE, SettingValue.of(stored.dataType()))
                : own;
    }

    /**
     * Of a property that goes back to the administrators: theirs, or code's where theirs no longer fit, because its
     * values are of another type now, or because they name a type that went while they rested.
     */
    Settings ofReturned(StoredProperty stored, @Nullable PropertyModel committed) {
        Settings own = stored.ownSettings();
        if (committed == null) {
            return own;
        }
        String madeAs = own.text(SettingKey.DATA_TYPE).orElse(stored.dataType());
        boolean namesWhatWent = !types.containsAll(own.texts(SettingKey.ALLOWED_TYPES));
        if (namesWhatWent || !madeAs.equals(committed.type().toString())) {
            return ofCode(committed);
        }
        return committed.type().blockType() == null ? own.without(SettingKey.DATA_TYPE) : own;
    }

    /**
     * Of a type that goes back to the administrators: theirs, or code's where its items are of another kind now, or
     * where theirs name a type that went while they rested.
     */
    Settings ofReturned(StoredType stored, @Nullable TypeModel committed) {
        Settings own = stored.ownSettings();
        if (committed == null) {
            return own;
        }
        boolean fits = stored.ownKind() == committed.kind()
                && types.containsAll(own.texts(SettingKey.ALLOWED_PARENTS))
                && types.containsAll(own.texts(SettingKey.ALLOWED_CHILDREN));
        return fits ? own : structural(committed.settings());
    }

    /** Of what only code made of a type that goes to the administrators. */
    static Settings ofOrphan(StoredProperty stored, @Nullable PropertyModel committed) {
        return committed == null ? stored.ownSettings() : ofCode(committed);
    }

    private static Settings ofCode(PropertyModel committed) {
        Settings settings = structural(committed.settings());
        return committed.type().blockType() == null
                ? settings
                : settings.with(
                        SettingKey.DATA_TYPE, SettingValue.of(committed.type().toString()));
    }

    private static Settings structural(Settings said) {
        Map<SettingKey, SettingValue> structural = new EnumMap<>(SettingKey.class);
        said.forEach((key, value) -> {
            if (!key.isOverridable() && !ONLY_OF_CODE.contains(key)) {
                structural.put(key, value);
            }
        });
        return Settings.of(structural);
    }
}
