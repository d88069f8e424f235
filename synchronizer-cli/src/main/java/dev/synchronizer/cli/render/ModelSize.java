package dev.synchronizer.cli.render;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import java.util.List;

/** How much is declared: modules that declare something, types and properties. */
record ModelSize(List<ModuleModel> modules, int types, int properties) {
    ModelSize(ContentModel model) {
        this(
                model.modules().stream()
                        .filter(module -> !module.types().isEmpty())
                        .toList(),
                (int) model.types().count(),
                model.types().mapToInt(type -> type.properties().size()).sum());
    }

    /** Such as {@code 7 types with 52 properties in 1 module}. */
    @Override
    public String toString() {
        return "%s with %s in %s"
                .formatted(
                        Words.count(types, "type"),
                        Words.count(properties, "property"),
                        Words.count(modules.size(), "module"));
    }
}
