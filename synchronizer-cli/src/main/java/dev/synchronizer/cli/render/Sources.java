package dev.synchronizer.cli.render;

import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.catalog.Explanation;
import dev.synchronizer.catalog.SettingExplanation;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How it is said where a value comes from. */
final class Sources {
    private Sources() {}

    /** A value in one phrase. */
    static String value(@Nullable SettingValue value) {
        return value == null ? "(none)" : Words.value(value.toString());
    }

    static String label(Source source) {
        return switch (source) {
            case BUILT_IN -> "built-in";
            case CODE -> "code";
            case DEFINITION -> "definition";
            case OVERRIDE -> "override";
        };
    }

    /** What is worth saying behind a value; empty where code says it, which is the ordinary case. */
    static String remark(SettingExplanation setting) {
        SettingOverride override = setting.override();
        if (override != null) {
            String standing = setting.source() == Source.OVERRIDE
                    ? "saved by " + who(override)
                    : "%s saved by %s does not apply: %s"
                            .formatted(value(override.value()), who(override), reason(setting));
            return "  (" + standing + (setting.locked() ? "" : instead(setting)) + ")";
        }
        return switch (setting.source()) {
            case BUILT_IN -> "  (built-in)";
            case DEFINITION -> "  (definition)";
            case CODE, OVERRIDE -> setting.locked() ? "  (locked)" : "";
        };
    }

    private static String instead(SettingExplanation setting) {
        return setting.source() == Source.OVERRIDE ? "; default " + value(setting.defaultNow()) : "";
    }

    static String who(SettingOverride override) {
        return PlainText.of(override.savedBy()) + ", " + when(override);
    }

    /** To the second, which is enough for people. */
    static Instant when(SettingOverride override) {
        return override.savedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Why an override does not apply. */
    static String reason(SettingExplanation setting) {
        if (setting.standing() == null) {
            return "";
        }
        return switch (setting.standing()) {
            case LOCKED -> "code locks the setting";
            case RESTING -> "it is kept out of use";
            case UNKNOWN -> "this release does not know it";
            case EFFECTIVE, REDUNDANT -> "";
        };
    }

    /** The class with its module and version, or who else made it. */
    static String origin(Explanation type) {
        return type.className() == null
                ? "made by an administrator"
                : "class " + type.className() + " in " + (type.outOfUseSince() == null ? module(type) : type.module());
    }

    static String module(Explanation type) {
        return type.module() + (type.moduleVersion() == null ? " without a version" : " " + type.moduleVersion());
    }

    static String label(Origin origin) {
        return origin == Origin.CODE ? "code" : "admin";
    }

    static void write(String name, @Nullable SettingValue value, JsonOut out) {
        out.name(name);
        ModelJson.writeValue(value, out);
    }
}
