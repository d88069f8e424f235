package dev.synchronizer.model;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Modules as canonical JSON: snapshots, plan files and fingerprints are made of it.
 *
 * <p>A property that many types inherit is written once, in a pool to which the types refer by position.
 */
public final class ModelJson {
    private final boolean comparedOnly;

    private ModelJson(boolean comparedOnly) {
        this.comparedOnly = comparedOnly;
    }

    /** Writes all that a module holds. */
    public static void write(ModuleModel module, JsonOut out) {
        new ModelJson(false).module(module, out);
    }

    /** Writes only what a comparison looks at: without the version, and without what is information only. */
    static void writeCompared(ModuleModel module, JsonOut out) {
        new ModelJson(true).module(module, out);
    }

    private void module(ModuleModel module, JsonOut out) {
        Map<PropertyModel, Integer> pool = new LinkedHashMap<>();
        UnaryOperator<PropertyModel> shared = property -> comparedOnly ? compared(property) : property;
        module.types().forEach(type -> type.properties().forEach(p -> pool.putIfAbsent(shared.apply(p), pool.size())));
        out.object(() -> {
            out.text("name", module.name());
            if (!comparedOnly) {
                out.text("version", module.version());
            }
            out.array("properties", pool.keySet(), property -> property(property, out));
            out.array("types", module.types(), type -> type(type, shared, pool, out));
            if (!comparedOnly && !module.steps().isEmpty()) {
                out.array("steps", module.steps(), step -> StepJson.write(step, out));
            }
        });
    }

    private static PropertyModel compared(PropertyModel p) {
        return new PropertyModel(p.name(), p.type(), p.settings(), List.of(), List.of(), "");
    }

    private void property(PropertyModel property, JsonOut out) {
        out.object(() -> {
            out.text("name", property.name());
            out.text("type", property.type().toString());
            settings(property.settings(), out);
            if (!comparedOnly) {
                textsUnlessEmpty("formerNames", property.formerNames(), out);
                textsUnlessEmpty("suppressed", property.suppressed(), out);
                out.text("declaredIn", property.declaredIn());
            }
        });
    }

    private void type(
            TypeModel type, UnaryOperator<PropertyModel> shared, Map<PropertyModel, Integer> pool, JsonOut out) {
        out.object(() -> {
            out.text("name", type.name());
            out.text("class", type.className());
            if (type.guid() != null) {
                out.text("guid", comparedOnly ? type.guid().toLowerCase(Locale.ROOT) : type.guid());
            }
            settings(type.settings(), out);
            if (!comparedOnly) {
                textsUnlessEmpty("formerNames", type.formerNames(), out);
                textsUnlessEmpty("suppressed", type.suppressed(), out);
                textsUnlessEmpty("superTypes", type.superTypes(), out);
                textsUnlessEmpty("superModules", type.superModules(), out);
            }
            out.array("properties", type.properties(), p -> {
                Integer position = pool.get(shared.apply(p));
                out.number(Objects.requireNonNull(position));
            });
        });
    }

    private static void settings(Settings settings, JsonOut out) {
        if (!settings.isEmpty()) {
            out.name("settings");
            writeSettings(settings, out);
        }
    }

    /** Writes settings as an object. */
    public static void writeSettings(Settings settings, JsonOut out) {
        out.object(() -> settings.forEach((key, value) -> {
            out.name(key.label());
            writeValue(value, out);
        }));
    }

    /** Writes the value of a setting; null is written as JSON's null. */
    public static void writeValue(@Nullable SettingValue value, JsonOut out) {
        if (value == null) {
            out.nothing();
        } else if (value instanceof SettingValue.Flag flag) {
            out.flag(flag.value());
        } else if (value instanceof SettingValue.Numeric number) {
            out.number(number.value());
        } else if (value instanceof SettingValue.Text text) {
            out.text(text.value());
        } else if (value instanceof SettingValue.Texts texts) {
            out.array(texts.values(), out::text);
        }
    }

    private static void textsUnlessEmpty(String name, List<String> texts, JsonOut out) {
        if (!texts.isEmpty()) {
            out.texts(name, texts);
        }
    }

    /** Reads what {@link #write} wrote; fields and settings that are not known are left out. */
    public static ModuleModel read(JsonIn in) {
        ModuleReader reader = new ModuleReader();
        in.object(member -> {
            switch (member) {
                case "name" -> reader.name = in.text();
                case "version" -> reader.version = in.textOrNull();
                case "properties" -> reader.pool = in.array(() -> reader.parts.shared(readProperty(in)));
                case "types" -> reader.types = in.array(() -> readType(in, reader.pool));
                case "steps" -> reader.steps = in.array(() -> StepJson.read(in));
                default -> in.skip();
            }
        });
        return new ModuleModel(reader.name, reader.version, reader.types, reader.steps);
    }

    private static final class ModuleReader {
        final EqualParts parts = new EqualParts();
        String name = "";

        @Nullable
        String version;

        List<PropertyModel> pool = List.of();
        List<TypeModel> types = List.of();
        List<StepModel> steps = List.of();
    }

    private static PropertyModel readProperty(JsonIn in) {
        Parts parts = new Parts();
        in.object(member -> {
            switch (member) {
                case "type" -> parts.type = in.text();
                case "declaredIn" -> parts.className = in.text();
                default -> parts.read(member, in);
            }
        });
        return new PropertyModel(
                parts.name,
                PropertyType.parse(parts.type),
                parts.settings,
                parts.formerNames,
                parts.suppressed,
                parts.className);
    }

    private static TypeModel readType(JsonIn in, List<PropertyModel> pool) {
        Parts parts = new Parts();
        List<PropertyModel> properties = new ArrayList<>();
        in.object(member -> {
            switch (member) {
                case "class" -> parts.className = in.text();
                case "guid" -> parts.guid = in.text();
                case "superTypes" -> parts.superTypes = in.texts();
                case "superModules" -> parts.superModules = in.texts();
                case "properties" -> in.array(() -> properties.add(pool.get((int) in.number())));
                default -> parts.read(member, in);
            }
        });
        return new TypeModel(
                parts.name,
                parts.className,
                parts.guid,
                parts.settings,
                properties,
                parts.formerNames,
                parts.suppressed,
                parts.superTypes,
                parts.superModules);
    }

    private static final class Parts {
        String name = "";
        String className = "";
        String type = "";

        @Nullable
        String guid;

        Settings settings = Settings.none();
        List<String> formerNames = List.of();
        List<String> suppressed = List.of();
        List<String> superTypes = List.of();
        List<String> superModules = List.of();

        void read(String member, JsonIn in) {
            switch (member) {
                case "name" -> name = in.text();
                case "settings" -> settings = readSettings(in);
                case "formerNames" -> formerNames = in.texts();
                case "suppressed" -> suppressed = in.texts();
                default -> in.skip();
            }
        }
    }

    /** Reads what {@link #writeSettings} wrote; settings that are not known are left out. */
    public static Settings readSettings(JsonIn in) {
        Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
        in.object(label -> {
            SettingKey key = SettingKey.byLabel(label);
            if (key == null) {
                in.skip();
            } else {
                SettingValue value = readValue(in);
                if (value != null) {
                    values.put(key, value);
                }
            }
        });
        return Settings.of(values);
    }

    /** Reads what {@link #writeValue} wrote. */
    public static @Nullable SettingValue readValue(JsonIn in) {
        return switch (in.peek()) {
            case NOTHING -> {
                in.skip();
                yield null;
            }
            case FLAG -> SettingValue.of(in.flag());
            case NUMBER -> SettingValue.of(in.decimal());
            case ARRAY -> SettingValue.list(in.texts());
            default -> SettingValue.of(in.text());
        };
    }
}
