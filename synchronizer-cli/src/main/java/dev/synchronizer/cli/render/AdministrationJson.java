package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.settings.SavedSetting;
import dev.synchronizer.settings.StandingOverride;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that the JSON of administrators' commands has in common. */
final class AdministrationJson {
    private AdministrationJson() {}

    /** What comes first: the format, and whether anything was written, and as which change. */
    static void begin(String format, long changeNumber, JsonOut out) {
        out.text("format", format);
        out.flag("committed", changeNumber > 0);
        out.name("change");
        if (changeNumber > 0) {
            out.number(changeNumber);
        } else {
            out.nothing();
        }
    }

    static void problems(Problems problems, JsonOut out) {
        out.array("problems", problems.asList(), problem -> problem(problem, out));
    }

    private static void problem(Problem problem, JsonOut out) {
        out.object(() -> {
            out.text("code", problem.code().id());
            out.text("severity", problem.severity().label());
            out.text("message", problem.message());
            out.text("subject", problem.subject());
            out.text("fix", problem.fix());
        });
    }

    static void place(Address address, JsonOut out) {
        out.text("address", address.toString());
        out.text("type", address.type());
        out.text("property", address.property());
        if (address.setting() != null) {
            out.text("setting", address.setting());
        }
    }

    static void saved(String name, List<SavedSetting> settings, JsonOut out) {
        out.array(
                name,
                settings,
                saved -> out.object(() -> {
                    place(saved.address(), out);
                    out.flag("changed", saved.isChange());
                    override("before", saved.before(), out);
                    override("after", saved.after(), out);
                    effective(saved.effectiveBefore(), saved.effectiveAfter(), out);
                }));
    }

    private static void override(String name, @Nullable SettingOverride override, JsonOut out) {
        out.name(name);
        if (override == null) {
            out.nothing();
        } else {
            out.object(() -> members(override, out));
        }
    }

    private static void members(SettingOverride override, JsonOut out) {
        out.name("value");
        ModelJson.writeValue(override.value(), out);
        out.text("savedBy", override.savedBy());
        out.text("savedAt", override.savedAt().toString());
        out.name("defaultThen");
        ModelJson.writeValue(override.defaultThen(), out);
    }

    static void standing(List<StandingOverride> overrides, JsonOut out) {
        out.array(
                "overrides",
                overrides,
                override -> out.object(() -> {
                    place(override.address(), out);
                    out.text("standing", override.standing().label());
                    members(override.override(), out);
                    effective(override.effective(), override.defaultNow(), out);
                }));
    }

    private static void effective(@Nullable SettingValue before, @Nullable SettingValue after, JsonOut out) {
        out.object("effective", () -> {
            out.name("before");
            ModelJson.writeValue(before, out);
            out.name("after");
            ModelJson.writeValue(after, out);
        });
    }
}
