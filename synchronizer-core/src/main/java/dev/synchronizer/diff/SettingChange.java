package dev.synchronizer.diff;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import org.jspecify.annotations.Nullable;

/**
 * A setting that code says differently than before.
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
        Grade grade) {}
