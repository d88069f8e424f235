package dev.synchronizer.value;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All stored properties, of blocks and others, with the data types of which their values are at the moment. */
public final class StoredParts implements BlockParts {
    private final Map<Long, Part> byId = new HashMap<>();
    private final Map<String, Map<String, Long>> byName = new HashMap<>();

    public StoredParts(StoredModel stored) {
        Map<String, Map<String, TypeModel>> committed = new HashMap<>();
        for (StoredModule module : stored.modules()) {
            committed.put(module.name(), module.snapshot().typesByName());
        }
        for (StoredType type : stored.types()) {
            TypeModel code = committed
                    .getOrDefault(String.valueOf(type.module()), Map.of())
                    .get(type.name());
            type.properties().forEach(property -> add(type, property, code));
        }
    }

    private void add(StoredType type, StoredProperty property, @Nullable TypeModel code) {
        PropertyModel said =
                code == null ? null : code.property(property.name()).orElse(null);
        PropertyType dataType = said == null ? property.toldType() : said.type();
        if (dataType != null) {
            boolean localized = said == null
                    ? property.ownSettings().flag(SettingKey.LOCALIZED, SettingKey.Scope.PROPERTY)
                    : said.flag(SettingKey.LOCALIZED);
            byId.put(property.id(), new Part(property.id(), type.name(), property.name(), dataType, localized));
            byName.computeIfAbsent(type.name(), name -> new HashMap<>()).put(property.name(), property.id());
        }
    }

    /** From now on, values of the property are of another data type. */
    public void converted(long property, PropertyType to) {
        byId.computeIfPresent(
                property, (id, part) -> new Part(id, part.blockType(), part.name(), to, part.localized()));
    }

    @Override
    public @Nullable Part named(String blockType, String property) {
        Long id = byName.getOrDefault(blockType, Map.of()).get(property);
        return id == null ? null : byId.get(id);
    }

    @Override
    public @Nullable Part of(long id) {
        return byId.get(id);
    }
}
