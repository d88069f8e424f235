package dev.synchronizer.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that the scanned code declares.
 *
 * @param modules the modules, sorted by name; their names are unique
 * @param lookedUp modules that were not scanned, and in which supertypes were found; without types, sorted by name
 */
public record ContentModel(List<ModuleModel> modules, List<ModuleModel> lookedUp) {
    public ContentModel {
        modules = sorted(modules);
        lookedUp = sorted(lookedUp);
    }

    public ContentModel(List<ModuleModel> modules) {
        this(modules, List.of());
    }

    private static List<ModuleModel> sorted(List<ModuleModel> modules) {
        return modules.stream().sorted(Comparator.comparing(ModuleModel::name)).toList();
    }

    public static ContentModel of(ModuleModel... modules) {
        return new ContentModel(List.of(modules));
    }

    public Stream<TypeModel> types() {
        return modules.stream().flatMap(module -> module.types().stream());
    }
}
