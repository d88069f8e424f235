package dev.synchronizer.cli.render;

import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.catalog.Explanation;
import dev.synchronizer.catalog.SettingExplanation;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where effective values come from: in full for one setting, a line each for those of a type or property. */
public final class ExplanationReport implements Answer {
    private final Explanation type;
    private final boolean all;

    /**
     * Reports on what was asked for.
     *
     * @param all whether settings are listed of which nobody says anything
     */
    public ExplanationReport(Explanation type, boolean all) {
        this.type = type;
        this.all = all;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        if (type.all().size() == 1) {
            one(type.all().get(0), text);
            return text.toString();
        }
        if (!type.settings().isEmpty()) {
            heading(type.name() + "  " + Sources.origin(type), type.outOfUseSince(), text);
            lines(type.settings(), text);
        }
        for (Explanation.OfProperty property : type.properties()) {
            text.append(text.isEmpty() ? "" : "\n");
            String maker = property.origin() == type.origin() ? "" : "  made by an administrator";
            String name = type.settings().isEmpty() ? type.name() + "." + property.name() : property.name();
            heading(name + "  " + property.dataType() + maker, property.outOfUseSince(), text);
            lines(property.settings(), text);
        }
        return text.toString();
    }

    private static void heading(String heading, @Nullable Instant outOfUse, StringBuilder text) {
        text.append(heading)
                .append(outOfUse == null ? "" : "  (orphan, kept out of use since " + outOfUse + ")")
                .append('\n');
    }

    private void lines(List<SettingExplanation> settings, StringBuilder text) {
        List<SettingExplanation> listed = listed(settings);
        for (SettingExplanation setting : listed) {
            line(setting.setting(), Sources.value(setting.effective()) + Sources.remark(setting), text);
        }
        if (listed.isEmpty()) {
            text.append("    everything is built in\n");
        }
    }

    private List<SettingExplanation> listed(List<SettingExplanation> settings) {
        return all
                ? settings
                : settings.stream()
                        .filter(setting -> setting.source() != Source.BUILT_IN || setting.override() != null)
                        .toList();
    }

    private void one(SettingExplanation setting, StringBuilder text) {
        text.append(addressOf(setting)).append(" = ").append(Sources.value(setting.effective()));
        text.append("  (").append(Sources.label(setting.source())).append(")\n");
        line("built-in", Sources.value(setting.builtIn()), text);
        if (setting.declaredIn() != null) {
            String value = setting.said() == null ? "(unsaid)" : Sources.value(setting.said());
            line("code", value + "  " + setting.declaredIn() + " in " + moduleOf(setting), text);
        } else {
            line("definition", setting.said() == null ? "(unsaid)" : Sources.value(setting.said()), text);
        }
        SettingOverride override = setting.override();
        if (override == null) {
            line("override", "(none)", text);
        } else {
            line("override", Sources.value(override.value()) + "  " + Sources.who(override), text);
            line("default then", Sources.value(override.defaultThen()), text);
            line("default now", Sources.value(setting.defaultNow()) + (setting.isStale() ? "  (stale)" : ""), text);
            String reason = Sources.reason(setting);
            line("standing", label(setting) + (reason.isEmpty() ? "" : ", for " + reason), text);
        }
        line("locked", setting.locked() ? "yes, by code" : "no", text);
    }

    /** Where code ceased to declare it, the version in which it did not is not the one that says so. */
    private String moduleOf(SettingExplanation setting) {
        Instant outOfUse = outOfUseSince(setting);
        return outOfUse == null ? Sources.module(type) : type.module() + " until " + outOfUse;
    }

    private @Nullable Instant outOfUseSince(SettingExplanation setting) {
        return type.properties().stream()
                .filter(property -> property.name().equals(setting.property()))
                .flatMap(property -> Stream.ofNullable(property.outOfUseSince()))
                .findFirst()
                .orElse(type.outOfUseSince());
    }

    private static String label(SettingExplanation setting) {
        return Objects.requireNonNull(setting.standing()).label();
    }

    private Address addressOf(SettingExplanation setting) {
        return new Address(type.name(), setting.property(), setting.setting());
    }

    private static void line(String name, String value, StringBuilder text) {
        text.append("    ").append(name).append(": ").append(value).append('\n');
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-explanation/1");
            out.text("type", type.name());
            out.text("guid", type.guid().toString());
            out.text("origin", Sources.label(type.origin()));
            out.text("class", type.className());
            out.text("module", type.module());
            out.text("moduleVersion", type.moduleVersion());
            moment("orphanedSince", type.outOfUseSince(), out);
            out.array("settings", type.settings(), setting -> write(setting, out));
            out.array("properties", type.properties(), property -> write(property, out));
        }));
    }

    private static void moment(String name, @Nullable Instant moment, JsonOut out) {
        if (moment != null) {
            out.text(name, moment.toString());
        }
    }

    private void write(Explanation.OfProperty property, JsonOut out) {
        out.object(() -> {
            out.text("name", property.name());
            out.text("dataType", property.dataType());
            out.text("origin", Sources.label(property.origin()));
            moment("orphanedSince", property.outOfUseSince(), out);
            out.array("settings", property.settings(), setting -> write(setting, out));
        });
    }

    private void write(SettingExplanation setting, JsonOut out) {
        SettingKey key = setting.key();
        out.object(() -> {
            out.text("address", addressOf(setting).toString());
            out.text("name", setting.setting());
            out.text("kind", key == null ? null : key.kind().name().toLowerCase(Locale.ROOT));
            out.flag("overridable", key != null && key.isOverridable());
            Sources.write("effective", setting.effective(), out);
            out.text("source", Sources.label(setting.source()));
            Sources.write("builtIn", setting.builtIn(), out);
            code(setting, out);
            out.flag("locked", setting.locked());
            override(setting, out);
        });
    }

    private void code(SettingExplanation setting, JsonOut out) {
        String name = setting.declaredIn() == null ? "definition" : "code";
        if (setting.said() == null) {
            out.name(name).nothing();
            return;
        }
        out.object(name, () -> {
            Sources.write("value", setting.said(), out);
            if (setting.declaredIn() != null) {
                out.text("class", setting.declaredIn());
                out.text("module", type.module());
                out.text("version", outOfUseSince(setting) == null ? type.moduleVersion() : null);
            }
        });
    }

    private static void override(SettingExplanation setting, JsonOut out) {
        SettingOverride override = setting.override();
        if (override == null) {
            out.name("override").nothing();
            return;
        }
        out.object("override", () -> {
            Sources.write("value", override.value(), out);
            out.text("savedBy", override.savedBy());
            out.text("savedAt", override.savedAt().toString());
            Sources.write("defaultThen", override.defaultThen(), out);
            Sources.write("defaultNow", setting.defaultNow(), out);
            out.flag("stale", setting.isStale());
            out.text("standing", label(setting));
        });
    }
}
