package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything that holds for one type, and whether code said so. */
public final class TypeReport implements Answer {
    private static final Set<SettingKey> IDENTITY =
            EnumSet.of(SettingKey.NAME, SettingKey.GUID, SettingKey.CLASS, SettingKey.MODULE, SettingKey.DATA_TYPE);

    private final StoredType type;
    private final Optional<TypeModel> code;

    public TypeReport(StoredModel stored, StoredType type) {
        this.type = type;
        this.code = new Catalogue(stored).code(type);
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        text.append(type.name())
                .append(type.orphanedSince() == null ? "" : "  (orphan)")
                .append('\n');
        line("guid", type.guid().toString(), text);
        line("class", type.className() == null ? "(none)" : type.className(), text);
        line("module", type.module() == null ? "(none)" : type.module(), text);
        line("origin", type.origin().name().toLowerCase(Locale.ROOT), text);
        settings(typeSettings(), SettingKey.Scope.TYPE).forEach(setting -> line("", setting, text));
        for (StoredProperty property : Catalogue.effective(type)) {
            text.append('\n')
                    .append(property.name())
                    .append("  ")
                    .append(dataType(property))
                    .append('\n');
            settings(propertySettings(property), SettingKey.Scope.PROPERTY).forEach(setting -> line("", setting, text));
        }
        return text.toString();
    }

    private static void line(String name, String value, StringBuilder text) {
        text.append("    ").append(name).append(": ").append(value).append('\n');
    }

    private static void line(String indent, Effective setting, StringBuilder text) {
        String source = setting.said() ? "" : "  (built-in)";
        line(indent + setting.key().label(), Words.value(setting.value().toString()) + source, text);
    }

    private String dataType(StoredProperty property) {
        return codeOf(property).map(model -> model.type().toString()).orElse(property.dataType());
    }

    private Optional<PropertyModel> codeOf(StoredProperty property) {
        return code.flatMap(model -> model.property(property.name()));
    }

    private Settings typeSettings() {
        return code.map(TypeModel::settings).orElse(Settings.none());
    }

    private Settings propertySettings(StoredProperty property) {
        return codeOf(property).map(PropertyModel::settings).orElse(Settings.none());
    }

    private static List<Effective> settings(Settings said, SettingKey.Scope scope) {
        List<Effective> settings = new ArrayList<>();
        for (SettingKey key : SettingKey.values()) {
            if (key.appliesTo(scope) && !IDENTITY.contains(key)) {
                SettingValue value = said.get(key);
                if (value == null) {
                    key.builtInDefault(scope).ifPresent(start -> settings.add(new Effective(key, start, false)));
                } else {
                    settings.add(new Effective(key, value, true));
                }
            }
        }
        return settings;
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-type/1");
            Catalogue.writeIdentity(type, out);
            write(settings(typeSettings(), SettingKey.Scope.TYPE), out);
            out.array(
                    "properties",
                    Catalogue.effective(type),
                    property -> out.object(() -> {
                        out.text("name", property.name());
                        out.text("dataType", dataType(property));
                        out.text("origin", property.origin().name().toLowerCase(Locale.ROOT));
                        write(settings(propertySettings(property), SettingKey.Scope.PROPERTY), out);
                    }));
        }));
    }

    private static void write(List<Effective> settings, JsonOut out) {
        out.array(
                "settings",
                settings,
                setting -> out.object(() -> {
                    out.text("name", setting.key().label());
                    out.name("value");
                    ModelJson.writeValue(setting.value(), out);
                    out.text("source", setting.said() ? "code" : "built-in");
                }));
    }

    private record Effective(SettingKey key, SettingValue value, boolean said) {}
}
