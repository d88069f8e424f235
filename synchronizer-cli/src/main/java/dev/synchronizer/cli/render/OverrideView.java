package dev.synchronizer.cli.render;

import dev.synchronizer.model.SettingValue;
import dev.synchronizer.plan.OverridePlan;
import dev.synchronizer.plan.OverrideState;
import org.jspecify.annotations.Nullable;

/** What reports show of something that an administrator saved: its values as text, null where there is none. */
record OverrideView(
        String address,
        OverrideState state,
        @Nullable String value,
        String savedBy,
        String savedAt,
        @Nullable String defaultThen,
        @Nullable String defaultNow) {

    static OverrideView of(OverridePlan plan) {
        return new OverrideView(
                plan.address().toString(),
                plan.state(),
                text(plan.override().value()),
                plan.override().savedBy(),
                plan.override().savedAt().toString(),
                text(plan.override().defaultThen()),
                text(plan.defaultNow()));
    }

    private static @Nullable String text(@Nullable SettingValue value) {
        return value == null ? null : value.toString();
    }

    /** What it is worth, in a phrase. */
    String phrase() {
        String words = switch (state) {
            case EFFECTIVE -> "%s in place of %s%s".formatted(words(value), words(defaultNow), moved());
            case REDUNDANT -> "%s, which is the default now%s".formatted(words(value), moved());
            case LOCKED -> "%s does not apply, for code locks the setting".formatted(words(value));
            case UNKNOWN -> "%s does not apply, for this release can make no use of it".formatted(words(value));
            case RESTING -> "%s applies again if what it belongs to returns".formatted(words(value));
            case DELETED -> "%s goes with what it belongs to".formatted(words(value));
        };
        return state.label() + ": " + words;
    }

    private String moved() {
        return words(defaultThen).equals(words(defaultNow)) ? "" : " (it was %s then)".formatted(words(defaultThen));
    }

    private static String words(@Nullable String value) {
        return value == null ? "no value" : Words.value(value);
    }

    /** Who saved it, and when. */
    String origin() {
        return PlainText.of(savedBy) + ", " + savedAt;
    }
}
