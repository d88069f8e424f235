package dev.synchronizer.content;

import dev.synchronizer.value.BlockParts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of types that are all known beforehand. */
final class KnownParts implements BlockParts {
    private final Map<String, ItemType> types = new HashMap<>();
    private final Map<Long, Part> parts = new HashMap<>();

    KnownParts(Collection<ItemType> types) {
        for (ItemType type : types) {
            this.types.put(type.name(), type);
            type.properties().forEach(property -> parts.put(property.id(), part(type, property)));
        }
    }

    static Part part(ItemType type, ItemProperty property) {
        return new Part(property.id(), type.name(), property.name(), property.type(), property.localized());
    }

    @Override
    public @Nullable Part named(String blockType, String property) {
        ItemType type = types.get(blockType);
        return type == null
                ? null
                : type.property(property).map(found -> part(type, found)).orElse(null);
    }

    @Override
    public @Nullable Part of(long id) {
        return parts.get(id);
    }
}
