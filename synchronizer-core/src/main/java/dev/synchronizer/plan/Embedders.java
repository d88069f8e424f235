package dev.synchronizer.plan;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored properties that embed blocks, whose values therefore are all the items that a block's type has. */
final class Embedders {
    private final StoredModel stored;
    private @Nullable Map<String, List<Embedder>> byBlock;

    /**
     * A property that embeds a block.
     *
     * @param type its type's id
     * @param property its id
     * @param address its name as it is stored
     */
    record Embedder(long type, long property, Address address) {}

    Embedders(StoredModel stored) {
        this.stored = stored;
    }

    /** Those that embed the type of this stored name at once. Few plans ask. */
    List<Embedder> of(String block) {
        Map<String, List<Embedder>> known = byBlock;
        if (known == null) {
            known = new HashMap<>();
            byBlock = known;
            collect(known);
        }
        return known.getOrDefault(block, List.of());
    }

    private void collect(Map<String, List<Embedder>> found) {
        Map<String, Map<String, TypeModel>> committed = new HashMap<>();
        for (StoredModule module : stored.modules()) {
            committed.put(module.name(), module.snapshot().typesByName());
        }
        for (StoredType type : stored.types()) {
            TypeModel code = committed
                    .getOrDefault(String.valueOf(type.module()), Map.of())
                    .get(type.name());
            for (StoredProperty property : type.properties()) {
                String block = property.dataType().contains(DataType.BLOCK.name()) ? block(property, code) : null;
                if (block != null) {
                    found.computeIfAbsent(block, name -> new ArrayList<>())
                            .add(new Embedder(
                                    type.id(), property.id(), Address.ofProperty(type.name(), property.name())));
                }
            }
        }
    }

    private static @Nullable String block(StoredProperty property, @Nullable TypeModel code) {
        PropertyModel said =
                code == null ? null : code.property(property.name()).orElse(null);
        if (said != null) {
            return said.type().blockType();
        }
        return property.ownSettings()
                .text(SettingKey.DATA_TYPE)
                .map(PropertyType::parse)
                .map(PropertyType::blockType)
                .orElse(null);
    }
}
