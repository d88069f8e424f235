package dev.synchronizer.catalog;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;

/**
 * A property as the application sees it.
 *
 * @param id the id of its row; 0 where this node's own, older code has none for it
 * @param name its name
 * @param type its data type
 * @param storedType the data type that its values are kept by, which is another one where newer code has changed it
 * @param origin who made it
 * @param settings its settings
 */
public record EffectiveProperty(
        long id, String name, PropertyType type, PropertyType storedType, Origin origin, EffectiveSettings settings) {
    /** Whether it may have a value in each language. */
    public boolean isLocalized() {
        return settings.flag(SettingKey.LOCALIZED);
    }
}
