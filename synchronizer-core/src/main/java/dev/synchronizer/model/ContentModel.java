package dev.synchronizer.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that the scanned code declares.
 *
 * @param modules the modules, sorted by name; their names are unique
 */
public record ContentModel(List<ModuleModel> modules) {
    public ContentModel {
        modules =
                modules.stream().sorted(Comparator.comparing(ModuleModel::name)).toList();
    }

    public static ContentModel of(ModuleModel... modules) {
        return new ContentModel(List.of(modules));
    }

    public Stream<TypeModel> types() {
        return modules.stream().flatMap(module -> module.types().stream());
    }
}
