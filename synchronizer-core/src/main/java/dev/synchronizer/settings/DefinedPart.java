package dev.synchronizer.settings;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.store.ChangeRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A type or property that an administrator made or changed.
 *
 * @param address the type or property
 * @param before what had been said of it, a property's data type among it; null where it is new
 * @param after what is said of it since
 * @param converted how many values follow it to another data type
 */
public record DefinedPart(Address address, @Nullable Settings before, Settings after, long converted) {
    DefinedPart(Address address, @Nullable Settings before, Settings after) {
        this(address, before, after, 0);
    }

    DefinedPart withConverted(long values) {
        return new DefinedPart(address, before, after, values);
    }

    public boolean isNew() {
        return before == null;
    }

    public boolean isChange() {
        return before == null || !after.equals(before);
    }

    ChangeRecord record(long typeId, String actor, Instant at) {
        return new ChangeRecord(
                0,
                at,
                actor,
                ChangeRecord.Kind.DEFINE,
                null,
                typeId,
                address.type(),
                address.property(),
                null,
                before == null ? null : json(before),
                json(after));
    }

    static Settings said(StoredProperty property) {
        return property.ownSettings()
                .with(SettingKey.DATA_TYPE, SettingValue.of(property.ownType().toString()));
    }

    static String json(Settings settings) {
        return JsonOut.compact(out -> ModelJson.writeSettings(settings, out));
    }
}
