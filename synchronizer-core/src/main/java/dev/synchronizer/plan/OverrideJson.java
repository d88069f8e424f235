package dev.synchronizer.plan;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import java.util.List;
import java.util.function.Predicate;

/** Writes of a plan what concerns what administrators made and saved; what is not there is left out. */
final class OverrideJson {
    private OverrideJson() {}

    static void write(SyncPlan plan, Predicate<OverridePlan> lists, JsonOut out) {
        List<OverridePlan> listed = plan.overrides().stream().filter(lists).toList();
        if (!listed.isEmpty()) {
            out.array("overrides", listed, override -> override(override, out));
        }
        if (!plan.following().isEmpty()) {
            out.array("following", plan.following(), row -> row(row, out));
        }
    }

    private static void override(OverridePlan plan, JsonOut out) {
        SettingOverride override = plan.override();
        out.object(() -> {
            out.text("address", plan.address().toString());
            out.text("type", plan.type());
            out.text("property", plan.property());
            out.text("setting", override.setting());
            out.name("value");
            ModelJson.writeValue(override.value(), out);
            out.text("savedBy", override.savedBy());
            out.text("savedAt", override.savedAt().toString());
            out.name("defaultThen");
            ModelJson.writeValue(override.defaultThen(), out);
            out.name("defaultNow");
            ModelJson.writeValue(plan.defaultNow(), out);
            out.text("standing", plan.state().label());
        });
    }

    private static void row(FollowingRow row, JsonOut out) {
        out.object(() -> {
            out.text("type", row.type().name());
            out.text("property", row.property() == null ? null : row.property().name());
            out.array("settings", row.changed(), key -> change(row, key, out));
        });
    }

    private static void change(FollowingRow row, SettingKey key, JsonOut out) {
        out.object(() -> {
            out.text("name", key.label());
            out.name("from");
            ModelJson.writeValue(row.settingsBefore().get(key), out);
            out.name("to");
            ModelJson.writeValue(row.settings().get(key), out);
        });
    }

    /** What hides a change, or says the same. */
    static void writeHiding(SettingOverride override, JsonOut out) {
        out.name("overriddenWith");
        ModelJson.writeValue(override.value(), out);
        out.text("overriddenBy", override.savedBy());
        out.text("overriddenAt", override.savedAt().toString());
    }
}
