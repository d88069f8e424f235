package dev.synchronizer.undo;

import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.TypeModel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stood before a run in the place of what it changed, so that the run can be undone (D8).
 *
 * @param modules the modules that it saved or deleted
 * @param touched the types and properties that it created, changed or deleted
 * @param overrides the overrides that it deleted with their types and properties
 * @param steps the migration steps that ran in it, as {@code module:step}
 * @param undoes the number of the run that it undid, or null
 */
public record BeforeRun(
        List<Module> modules,
        List<Touched> touched,
        List<DeletedOverride> overrides,
        List<String> steps,
        @Nullable Long undoes) {
    public BeforeRun {
        modules = List.copyOf(modules);
        touched = List.copyOf(touched);
        overrides = List.copyOf(overrides);
        steps = List.copyOf(steps);
    }

    /**
     * A module before the run.
     *
     * @param version the version that the run stored, or null
     * @param fingerprint its fingerprint before, or null where it was new
     * @param snapshot the model as it had been committed, or null where it was new
     */
    public record Module(
            String name,
            @Nullable String version,
            @Nullable String fingerprint,
            @Nullable ModuleModel snapshot) {}

    /** What a run did to a type or property. */
    public enum Deed {
        CREATED,
        CHANGED,
        DELETED
    }

    /**
     * A type or property.
     *
     * @param deed what was done
     * @param typeId the id of the type
     * @param propertyId the id of the property, or null where it is about the type itself
     * @param module the module that had committed the type, or null where none had
     * @param type the type's name before the run, or after it where it was created
     * @param property the property's name likewise, or null
     * @param guid the type's GUID before the run, or null where it is about a property
     * @param orphanedSince since when it had been out of use before the run, or null where it was in use
     */
    public record Touched(
            Deed deed,
            long typeId,
            @Nullable Long propertyId,
            @Nullable String module,
            String type,
            @Nullable String property,
            @Nullable UUID guid,
            @Nullable Instant orphanedSince) {
        /** Such as {@code Article} or {@code Article.teaser}. */
        public String address() {
            return property == null ? type : type + "." + property;
        }

        boolean isType() {
            return propertyId == null;
        }

        /** Whether it was out of use before the run. */
        boolean orphaned() {
            return orphanedSince != null;
        }
    }

    /**
     * An override that went with its type or property.
     *
     * @param type the name of the type before the run
     * @param property the name of the property, or null
     */
    public record DeletedOverride(String type, @Nullable String property, SettingOverride override) {}

    /** The same run, as if it had not touched some of what it did. */
    BeforeRun without(Collection<Touched> some) {
        List<Touched> others =
                touched.stream().filter(each -> !some.contains(each)).toList();
        return new BeforeRun(modules, others, overrides, steps, undoes);
    }

    @Nullable
    Module module(@Nullable String name) {
        return modules.stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The code of a type as it had been committed; null where none had. */
    @Nullable
    TypeModel code(Touched touched) {
        Module module = module(touched.module());
        return module == null || module.snapshot() == null
                ? null
                : module.snapshot().type(touched.type()).orElse(null);
    }

    @Nullable
    Touched type(long id) {
        return touched.stream()
                .filter(each -> each.isType() && each.typeId() == id)
                .findFirst()
                .orElse(null);
    }

    /** The ids of the types and properties that it made. */
    Set<Long> made() {
        return touched.stream()
                .filter(each -> each.deed() == Deed.CREATED)
                .map(each -> each.propertyId() == null ? each.typeId() : each.propertyId())
                .collect(Collectors.toSet());
    }

    List<Touched> propertiesOf(long typeId) {
        return touched.stream()
                .filter(each -> !each.isType() && each.typeId() == typeId)
                .toList();
    }
}
