package dev.synchronizer.catalog;

import dev.synchronizer.model.Origin;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the effective values of a type and its properties come from (E6).
 *
 * @param type the type's name
 * @param guid its GUID
 * @param origin who made it
 * @param className the class that declares it, or null where an administrator made it
 * @param module the module that last committed it, or null where an administrator made it
 * @param moduleVersion the version that last committed, or null where it has none
 * @param settings each setting that was asked for: the type's own first, then those of its properties by name
 */
public record Explanation(
        String type,
        UUID guid,
        Origin origin,
        @Nullable String className,
        @Nullable String module,
        @Nullable String moduleVersion,
        List<SettingExplanation> settings) {

    public Explanation {
        settings = List.copyOf(settings);
    }
}
