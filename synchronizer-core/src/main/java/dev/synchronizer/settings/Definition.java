package dev.synchronizer.settings;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type that an administrator makes or changes, or properties that one adds to a type of code. What is not named stays
 * as it is.
 *
 * @param type the name of the type
 * @param settings what is said of the type itself
 * @param properties its properties, as far as they are to be made or changed
 */
public record Definition(String type, NewSettings settings, List<PropertyDefinition> properties) {
    public Definition {
        properties = List.copyOf(properties);
    }

    public static Definition of(String type) {
        return new Definition(type, NewSettings.none(), List.of());
    }

    public Definition withKind(ContentKind kind) {
        return withSettings(settings.with(SettingKey.KIND.label(), kind.name()));
    }

    public Definition withSettings(NewSettings others) {
        return new Definition(type, others, properties);
    }

    /** With another value of a setting of the type, or of a property that is named. */
    Definition withSetting(Address owner, String setting, SettingValue value) {
        if (owner.property() == null) {
            return withSettings(settings.with(setting, value));
        }
        return new Definition(
                type,
                settings,
                properties.stream()
                        .map(property -> property.name().equals(owner.property())
                                ? property.withSettings(property.settings().with(setting, value))
                                : property)
                        .toList());
    }

    public Definition withProperty(String name, String dataType) {
        return withProperty(new PropertyDefinition(name, dataType, NewSettings.none()));
    }

    public Definition withProperty(PropertyDefinition property) {
        return new Definition(
                type,
                settings,
                Stream.concat(properties.stream(), Stream.of(property)).toList());
    }
}
