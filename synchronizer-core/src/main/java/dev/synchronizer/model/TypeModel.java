package dev.synchronizer.model;

import dev.synchronizer.annotation.ContentKind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A content type as code declares it, with the properties it inherits.
 *
 * @param name its name in the store, not yet validated
 * @param className the binary name of its class
 * @param guid the declared GUID as written, or null
 * @param settings what was said of it
 * @param properties all of its properties, own and inherited, sorted by name
 * @param formerNames the names it was declared to be renamed from, the oldest first; not compared, once they have served
 * @param suppressed codes of the warnings that its author accepts, sorted
 * @param superTypes names of the content types among its ancestors, the nearest first; information only
 * @param superModules names of the other modules that its supertypes come from, sorted; information only
 */
public record TypeModel(
        String name,
        String className,
        @Nullable String guid,
        Settings settings,
        List<PropertyModel> properties,
        List<String> formerNames,
        List<String> suppressed,
        List<String> superTypes,
        List<String> superModules) {

    private static final Comparator<PropertyModel> BY_NAME =
            Comparator.comparing(PropertyModel::name).thenComparing(PropertyModel::declaredIn);

    public TypeModel {
        properties = properties.stream().sorted(BY_NAME).toList();
        formerNames = List.copyOf(formerNames);
        suppressed = List.copyOf(suppressed);
        superTypes = List.copyOf(superTypes);
        superModules = List.copyOf(superModules);
    }

    /** A type of which nothing is said beyond its properties. */
    public TypeModel(String name, String className, List<PropertyModel> properties) {
        this(name, className, null, Settings.none(), properties, List.of(), List.of(), List.of(), List.of());
    }

    public ContentKind kind() {
        return kind(settings);
    }

    static ContentKind kind(Settings said) {
        return said.text(SettingKey.KIND).map(ContentKind::valueOf).orElse(ContentKind.PAGE);
    }

    /** The name that a derived GUID is made of (C1). */
    public String oldestName() {
        return formerNames.isEmpty() ? name : formerNames.get(0);
    }

    public Optional<PropertyModel> property(String propertyName) {
        return properties.stream().filter(p -> p.name().equals(propertyName)).findFirst();
    }

    /** Names of the types that its properties embed. */
    public List<String> embeddedTypes() {
        return properties.stream()
                .map(p -> p.type().blockType())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public TypeModel withName(String other) {
        return new TypeModel(
                other, className, guid, settings, properties, formerNames, suppressed, superTypes, superModules);
    }

    public TypeModel withClassName(String other) {
        return new TypeModel(
                name, other, guid, settings, properties, formerNames, suppressed, superTypes, superModules);
    }

    public TypeModel withGuid(@Nullable String other) {
        return new TypeModel(
                name, className, other, settings, properties, formerNames, suppressed, superTypes, superModules);
    }

    public TypeModel withSettings(Settings other) {
        return new TypeModel(
                name, className, guid, other, properties, formerNames, suppressed, superTypes, superModules);
    }

    public TypeModel withProperties(List<PropertyModel> others) {
        return new TypeModel(
                name, className, guid, settings, others, formerNames, suppressed, superTypes, superModules);
    }

    public TypeModel withFormerNames(List<String> others) {
        return new TypeModel(name, className, guid, settings, properties, others, suppressed, superTypes, superModules);
    }
}
