package dev.synchronizer.catalog;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property that code no longer declares, and that is kept out of use for its values.
 *
 * @param id the id of its row
 * @param name its name
 * @param type its data type
 * @param localized whether it could have a value in each language
 */
public record KeptProperty(long id, String name, PropertyType type, boolean localized) {
    /**
     * One that is marked in its row.
     *
     * @param last what was last said of it, or null where nobody knows; then which block it embeds may be lost
     */
    public static Optional<KeptProperty> of(StoredProperty stored, @Nullable PropertyModel last) {
        PropertyType type = last == null ? stored.toldType() : last.type();
        boolean localized = last == null
                ? stored.ownSettings().flag(SettingKey.LOCALIZED, SettingKey.Scope.PROPERTY)
                : last.flag(SettingKey.LOCALIZED);
        return Optional.ofNullable(type).map(told -> new KeptProperty(stored.id(), stored.name(), told, localized));
    }
}
