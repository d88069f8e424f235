package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds for stored types what their code said when it was last committed. */
final class Catalogue {
    private final Map<String, Map<String, TypeModel>> byModule = new HashMap<>();

    Catalogue(StoredModel stored) {
        stored.modules().forEach(module -> add(module.snapshot()));
    }

    private void add(ModuleModel module) {
        Map<String, TypeModel> types = new HashMap<>();
        module.types().forEach(type -> types.put(type.name(), type));
        byModule.put(module.name(), types);
    }

    Optional<TypeModel> code(StoredType type) {
        return Optional.ofNullable(type.module()).map(byModule::get).map(types -> types.get(type.name()));
    }

    /** The properties that applications see: all but orphans. */
    static List<StoredProperty> effective(StoredType type) {
        return type.properties().stream()
                .filter(property -> property.orphanedSince() == null)
                .toList();
    }

    /** What rows say of a type. */
    static void writeIdentity(StoredType type, JsonOut out) {
        out.text("name", type.name());
        out.text("guid", type.guid().toString());
        out.text("class", type.className());
        out.text("module", type.module());
        out.text("origin", type.origin().name().toLowerCase(Locale.ROOT));
        if (type.orphanedSince() != null) {
            out.text("orphanedSince", type.orphanedSince().toString());
        }
    }
}
