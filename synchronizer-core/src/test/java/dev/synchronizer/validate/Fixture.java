package dev.synchronizer.validate;

import static java.util.stream.Collectors.toMap;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.annotation.Migration;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import java.util.List;
import java.util.Map;

/** Small models, written as one reads them. */
final class Fixture {
    private Fixture() {}

    static ContentModel site(TypeModel... types) {
        return ContentModel.of(module("site", types));
    }

    static ModuleModel module(String name, TypeModel... types) {
        return new ModuleModel(name, "1.0", List.of(types));
    }

    /** The module {@code site} in version 1.0 with these steps and nothing else. */
    static ContentModel stepping(StepModel... steps) {
        return ContentModel.of(module("site").withSteps(List.of(steps)));
    }

    static StepModel step(String name, String version) {
        return new StepModel(name, "com.acme." + name + version, version, 0, Migration.Phase.AFTER, "checksum");
    }

    /** A type whose class is {@code com.acme.NAME}. */
    static TypeModel type(String name, PropertyModel... properties) {
        return new TypeModel(name, "com.acme." + name, List.of(properties));
    }

    static TypeModel type(String name, SettingKey key, SettingValue value, PropertyModel... properties) {
        return type(name, properties).withSettings(Settings.of(Map.of(key, value)));
    }

    static TypeModel extending(String superType, TypeModel type) {
        return new TypeModel(
                type.name(),
                type.className(),
                type.guid(),
                type.settings(),
                type.properties(),
                type.formerNames(),
                type.suppressed(),
                List.of(superType),
                List.of());
    }

    static TypeModel suppressing(TypeModel type, String... codes) {
        return new TypeModel(
                type.name(),
                type.className(),
                type.guid(),
                type.settings(),
                type.properties(),
                type.formerNames(),
                List.of(codes),
                type.superTypes(),
                type.superModules());
    }

    static PropertyModel suppressing(PropertyModel property, String... codes) {
        return new PropertyModel(
                property.name(),
                property.type(),
                property.settings(),
                property.formerNames(),
                List.of(codes),
                property.declaredIn());
    }

    /** A STRING that {@code com.acme.Article} declares. */
    static PropertyModel text(String name) {
        return text(name, "Article");
    }

    /** A STRING that the class {@code com.acme.OWNER} declares. */
    static PropertyModel text(String name, String owner) {
        return new PropertyModel(name, PropertyType.single(DataType.STRING), "com.acme." + owner);
    }

    /** A property of {@code com.acme.Article} with settings: name, value, name, value ... */
    static PropertyModel property(String type, Object... settings) {
        Map<SettingKey, SettingValue> values = java.util.stream.IntStream.range(0, settings.length / 2)
                .boxed()
                .collect(toMap(i -> (SettingKey) settings[2 * i], i -> value(settings[2 * i + 1])));
        return new PropertyModel(
                "field", PropertyType.parse(type), Settings.of(values), List.of(), List.of(), "com.acme.Article");
    }

    private static SettingValue value(Object value) {
        if (value instanceof Integer number) {
            return SettingValue.of((long) number);
        }
        if (value instanceof List<?> texts) {
            return SettingValue.list(texts.stream().map(String.class::cast).toList());
        }
        if (value instanceof java.math.BigDecimal number) {
            return SettingValue.of(number);
        }
        return SettingValue.of((String) value);
    }

    static PropertyModel renamed(PropertyModel property, String... formerNames) {
        return property.withFormerNames(List.of(formerNames));
    }

    static TypeModel renamed(TypeModel type, String... formerNames) {
        return type.withFormerNames(List.of(formerNames));
    }

    /** What is found, in the form {@code CT201 subject: message}. */
    static List<String> findings(ContentModel model) {
        return ModelValidator.validate(model).problems().stream()
                .map(Fixture::line)
                .toList();
    }

    static List<String> findings(TypeModel... types) {
        return findings(site(types));
    }

    /** What is found at a type {@code Article} with one property. */
    static List<String> findings(PropertyModel property) {
        return findings(type("Article", property));
    }

    static String line(Problem problem) {
        return problem.code().id() + " " + problem.subject() + ": " + problem.message();
    }
}
