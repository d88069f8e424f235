package dev.synchronizer.cli.render;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.Standing;
import dev.synchronizer.settings.SavedSetting;
import dev.synchronizer.settings.StandingOverride;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines that the texts of administrators' commands have in common. */
final class AdministrationText {
    private AdministrationText() {}

    /** Such as {@code Article.teaser.required: true -> false}. */
    static void saved(List<SavedSetting> settings, StringBuilder text) {
        for (SavedSetting saved : settings) {
            text.append(saved.address()).append(": ");
            text.append(saved.isChange() ? change(saved) : value(saved.effectiveAfter()) + ", as " + saver(saved));
            text.append('\n');
        }
    }

    private static String change(SavedSetting saved) {
        String after = value(saved.effectiveAfter());
        return Objects.equals(saved.effectiveBefore(), saved.effectiveAfter())
                ? after + ", as before; it stays when code changes"
                : value(saved.effectiveBefore()) + " -> " + after;
    }

    private static String saver(SavedSetting saved) {
        return PlainText.of(saved.after().savedBy()) + " saved it at "
                + saved.after().savedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Such as {@code Article.teaser.required: false -> true, saved by Ada at 2026-01-31T23:59:00Z}. */
    static void standing(List<StandingOverride> overrides, StringBuilder text) {
        for (StandingOverride override : overrides) {
            text.append(override.address()).append(": ").append(what(override));
            text.append(", saved by ")
                    .append(PlainText.of(override.override().savedBy()))
                    .append(" at ")
                    .append(override.override().savedAt().truncatedTo(ChronoUnit.SECONDS))
                    .append('\n');
        }
    }

    private static String what(StandingOverride override) {
        if (override.standing() == Standing.EFFECTIVE) {
            return value(override.effective()) + " -> " + value(override.defaultNow());
        }
        String saved = value(override.override().value());
        return switch (override.standing()) {
            case EFFECTIVE, REDUNDANT -> saved + ", the same as its default";
            case LOCKED -> saved + " without effect, as code locks it at " + value(override.defaultNow());
            case RESTING -> saved + " without effect, as it belongs to what is out of use";
            case UNKNOWN -> saved + " without effect, as this release does not know it";
        };
    }

    /**
     * What becomes of the structural settings of a definition, such as {@code maxLength: 80 -> 90}.
     *
     * @param before what had been said of it; null where it is new
     */
    static List<String> defined(Address address, @Nullable Settings before, Settings after) {
        List<String> changes = new ArrayList<>();
        for (SettingKey key : SettingKey.values()) {
            SettingValue was = before == null ? null : before.get(key);
            if (!Objects.equals(was, after.get(key))) {
                String from = before == null ? "" : held(key, address, was) + " -> ";
                changes.add(key.label() + ": " + from + held(key, address, after.get(key)));
            }
        }
        return changes;
    }

    private static String held(SettingKey key, Address address, @Nullable SettingValue said) {
        return value(said == null ? key.builtInDefault(address.scope()).orElse(null) : said);
    }

    static String value(@Nullable SettingValue value) {
        return value == null ? "(none)" : Words.value(value.toString());
    }
}
