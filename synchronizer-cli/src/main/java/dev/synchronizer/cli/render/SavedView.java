package dev.synchronizer.cli.render;

import dev.synchronizer.model.SettingOverride;
import org.jspecify.annotations.Nullable;

/** What an administrator saved beside a change: its value as text, who, and when. */
record SavedView(@Nullable String value, String savedBy, String at) {
    static SavedView of(SettingOverride override) {
        return new SavedView(
                override.value() == null ? null : override.value().toString(),
                override.savedBy(),
                override.savedAt().toString());
    }

    String words() {
        return value == null ? "no value" : Words.value(value);
    }

    String by() {
        return PlainText.of(savedBy);
    }
}
