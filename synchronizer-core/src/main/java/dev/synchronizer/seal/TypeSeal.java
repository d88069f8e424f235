package dev.synchronizer.seal;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The seal of a type: that of its own row, and those of its properties' rows and of all overrides, in whatever order. */
public final class TypeSeal {
    private TypeSeal() {}

    public static long of(StoredType type, Collection<SettingOverride> overrides) {
        long sum = row(type);
        for (StoredProperty property : type.properties()) {
            sum ^= of(property);
        }
        for (SettingOverride override : overrides) {
            sum ^= of(override);
        }
        return sum;
    }

    private static long row(StoredType type) {
        return said(
                        new Checksum()
                                .add(type.id())
                                .add(type.guid())
                                .add(type.name())
                                .add(type.className())
                                .add(type.module())
                                .add(type.origin().name())
                                .add(type.adopted() ? 1 : 0)
                                .add(type.orphanedSince()),
                        type.ownSettings())
                .value();
    }

    private static long of(StoredProperty property) {
        return said(
                        new Checksum()
                                .add(property.id())
                                .add(property.name())
                                .add(property.dataType())
                                .add(property.origin().name())
                                .add(property.adopted() ? 1 : 0)
                                .add(property.orphanedSince()),
                        property.ownSettings())
                .value();
    }

    private static Checksum said(Checksum sum, Settings settings) {
        return settings.isEmpty()
                ? sum.add(0)
                : sum.add(JsonOut.compact(out -> ModelJson.writeSettings(settings, out)));
    }

    private static long of(SettingOverride override) {
        return new Checksum()
                .add(override.ownerId())
                .add(override.setting())
                .add(json(override.value()))
                .add(override.savedBy())
                .add(override.savedAt())
                .add(json(override.defaultThen()))
                .value();
    }

    private static String json(@Nullable SettingValue value) {
        return JsonOut.compact(out -> ModelJson.writeValue(value, out));
    }
}
