package dev.synchronizer.settings;

import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.TypeModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What content has to obey: what is said of a type, and whether its properties are required once that is overridden. */
final class ObeyedModel {
    private ObeyedModel() {}

    /** @param overrides those of the type; of others, nothing is taken */
    static TypeModel of(KnownType type, List<SettingOverride> overrides) {
        Map<String, SettingValue> required = new HashMap<>();
        for (SettingOverride override : overrides) {
            if (override.typeId() == type.stored().id() && override.key() == SettingKey.REQUIRED) {
                SettingOwner owner = type.ownerOf(override);
                if (override.value() != null && owner.standing(override).applies()) {
                    required.put(owner.name(), override.value());
                }
            }
        }
        TypeModel said = type.effective();
        return said.withProperties(said.properties().stream()
                .map(property -> with(property, required))
                .toList());
    }

    private static PropertyModel with(PropertyModel property, Map<String, SettingValue> required) {
        SettingValue value = required.get(property.name());
        return value == null
                ? property
                : property.withSettings(property.settings().with(SettingKey.REQUIRED, value));
    }
}
