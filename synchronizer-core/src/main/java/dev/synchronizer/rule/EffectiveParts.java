package dev.synchronizer.rule;

import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.value.BlockParts;
import org.jspecify.annotations.Nullable;

/** The properties of blocks as their effective types have them. */
final class EffectiveParts implements BlockParts {
    private final RuleTypes types;

    EffectiveParts(RuleTypes types) {
        this.types = types;
    }

    @Override
    public @Nullable Part named(String blockType, String property) {
        return types.type(blockType)
                .flatMap(type -> type.property(property).map(found -> part(type, found)))
                .orElse(null);
    }

    @Override
    public @Nullable Part of(long id) {
        for (EffectiveType type : types.all()) {
            for (EffectiveProperty property : type.properties()) {
                if (property.id() == id) {
                    return part(type, property);
                }
            }
        }
        return null;
    }

    private static Part part(EffectiveType type, EffectiveProperty property) {
        return new Part(property.id(), type.name(), property.name(), property.type(), property.isLocalized());
    }
}
