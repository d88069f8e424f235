package dev.synchronizer.catalog;

import dev.synchronizer.model.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the effective values of a type and its properties come from (E6).
 *
 * @param name the type's name
 * @param guid its GUID
 * @param origin who made it
 * @param className the class that declares it, or null where an administrator made it
 * @param module the module that last committed it, or null where an administrator made it
 * @param moduleVersion the version that last committed, or null where it has none
 * @param outOfUseSince when code ceased to declare it, where it is kept out of use; otherwise null
 * @param settings those of its own settings that were asked for
 * @param properties those of its properties that were asked for, by name
 */
public record Explanation(
        String name,
        UUID guid,
        Origin origin,
        @Nullable String className,
        @Nullable String module,
        @Nullable String moduleVersion,
        @Nullable Instant outOfUseSince,
        List<SettingExplanation> settings,
        List<OfProperty> properties) {

    public Explanation {
        settings = List.copyOf(settings);
        properties = List.copyOf(properties);
    }

    /**
     * Where the effective values of a property come from.
     *
     * @param name its name
     * @param dataType its data type, such as {@code LIST<STRING>}
     * @param origin who made it
     * @param outOfUseSince when code ceased to declare it, where it is kept out of use; otherwise null
     * @param settings those of its settings that were asked for
     */
    public record OfProperty(
            String name,
            String dataType,
            Origin origin,
            @Nullable Instant outOfUseSince,
            List<SettingExplanation> settings) {
        public OfProperty {
            settings = List.copyOf(settings);
        }
    }

    /** All settings that were asked for: the type's own, then those of its properties. */
    public List<SettingExplanation> all() {
        return Stream.concat(settings.stream(), properties.stream().flatMap(property -> property.settings().stream()))
                .toList();
    }
}
