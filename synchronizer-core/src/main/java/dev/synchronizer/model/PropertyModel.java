package dev.synchronizer.model;

import java.util.List;

/**
 * A property as code declares it.
 *
 * @param name its name in the store, not yet validated
 * @param type its data type
 * @param settings what was said of it
 * @param formerNames the names it was declared to be renamed from, the oldest first; not compared, once they have served
 * @param suppressed codes of the warnings that its author accepts, sorted
 * @param declaredIn the class that declares it; information only, for a property may be pulled up or down freely
 */
public record PropertyModel(
        String name,
        PropertyType type,
        Settings settings,
        List<String> formerNames,
        List<String> suppressed,
        String declaredIn) {

    public PropertyModel {
        formerNames = List.copyOf(formerNames);
        suppressed = List.copyOf(suppressed);
    }

    /** A property of which nothing is said beyond name and data type. */
    public PropertyModel(String name, PropertyType type, String declaredIn) {
        this(name, type, Settings.none(), List.of(), List.of(), declaredIn);
    }

    public boolean flag(SettingKey key) {
        return settings.flag(key, SettingKey.Scope.PROPERTY);
    }

    public PropertyModel withName(String other) {
        return new PropertyModel(other, type, settings, formerNames, suppressed, declaredIn);
    }

    public PropertyModel withType(PropertyType other) {
        return new PropertyModel(name, other, settings, formerNames, suppressed, declaredIn);
    }

    public PropertyModel withSettings(Settings other) {
        return new PropertyModel(name, type, other, formerNames, suppressed, declaredIn);
    }

    public PropertyModel withFormerNames(List<String> others) {
        return new PropertyModel(name, type, settings, others, suppressed, declaredIn);
    }
}
