package dev.synchronizer.diff;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A setting that code, or the administrator who has its type or property back, says differently than before.
 *
 * @param key the setting
 * @param from what was said before, or null for nothing
 * @param to what is said now, or null for nothing
 * @param grade the worst that it can do to stored items and values
 */
public record SettingChange(
        SettingKey key,
        @Nullable SettingValue from,
        @Nullable SettingValue to,
        Grade grade) {

    /** In what two sayings differ that name types alike. */
    public static List<SettingChange> between(Settings before, Settings after, SettingKey.Scope scope) {
        return new SettingComparison(Map.of()).changed(before, after, scope);
    }
}
