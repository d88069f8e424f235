package dev.synchronizer.cli.render;

import dev.synchronizer.catalog.Explanation;
import dev.synchronizer.catalog.SettingExplanation;
import dev.synchronizer.json.JsonOut;
import java.util.List;

/** Everything that holds for one type, and where it comes from. */
public final class TypeReport implements Answer {
    private final Explanation type;

    public TypeReport(Explanation type) {
        this.type = type;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        text.append(type.name())
                .append(type.outOfUseSince() == null ? "" : "  (orphan)")
                .append('\n');
        line("guid", type.guid().toString(), text);
        line("class", type.className() == null ? "(none)" : type.className(), text);
        line("module", type.module() == null ? "(none)" : type.module(), text);
        line("origin", Sources.label(type.origin()), text);
        lines(type.settings(), text);
        for (Explanation.OfProperty property : properties()) {
            text.append('\n')
                    .append(property.name())
                    .append("  ")
                    .append(property.dataType())
                    .append('\n');
            lines(property.settings(), text);
        }
        return text.toString();
    }

    /** The properties that applications see: all but orphans. */
    private List<Explanation.OfProperty> properties() {
        return type.properties().stream()
                .filter(property -> property.outOfUseSince() == null)
                .toList();
    }

    private static void lines(List<SettingExplanation> settings, StringBuilder text) {
        settings.stream()
                .filter(TypeReport::matters)
                .forEach(setting ->
                        line(setting.setting(), Sources.value(setting.effective()) + Sources.remark(setting), text));
    }

    private static boolean matters(SettingExplanation setting) {
        return setting.effective() != null || setting.override() != null;
    }

    private static void line(String name, String value, StringBuilder text) {
        text.append("    ").append(name).append(": ").append(value).append('\n');
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-type/1");
            out.text("name", type.name());
            out.text("guid", type.guid().toString());
            out.text("class", type.className());
            out.text("module", type.module());
            out.text("origin", Sources.label(type.origin()));
            if (type.outOfUseSince() != null) {
                out.text("orphanedSince", type.outOfUseSince().toString());
            }
            write(type.settings(), out);
            out.array(
                    "properties",
                    properties(),
                    property -> out.object(() -> {
                        out.text("name", property.name());
                        out.text("dataType", property.dataType());
                        out.text("origin", Sources.label(property.origin()));
                        write(property.settings(), out);
                    }));
        }));
    }

    private static void write(List<SettingExplanation> settings, JsonOut out) {
        out.array(
                "settings",
                settings.stream().filter(TypeReport::matters).toList(),
                setting -> out.object(() -> {
                    out.text("name", setting.setting());
                    Sources.write("value", setting.effective(), out);
                    out.text("source", Sources.label(setting.source()));
                    if (setting.override() != null) {
                        out.text("savedBy", setting.override().savedBy());
                        out.text("savedAt", setting.override().savedAt().toString());
                    }
                }));
    }
}
