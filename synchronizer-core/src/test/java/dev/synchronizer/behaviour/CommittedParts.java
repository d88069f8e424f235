package dev.synchronizer.behaviour;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.value.BlockParts;
import org.jspecify.annotations.Nullable;

/** The properties of blocks as code last committed them. */
final class CommittedParts implements BlockParts {
    private final StoredModel stored;

    CommittedParts(StoredModel stored) {
        this.stored = stored;
    }

    @Override
    public @Nullable Part named(String blockType, String property) {
        return stored.types().stream()
                .filter(type -> type.name().equals(blockType))
                .flatMap(type -> type.property(property).stream().map(each -> part(type, each)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Part of(long id) {
        return stored.types().stream()
                .flatMap(type -> type.properties().stream()
                        .filter(each -> each.id() == id)
                        .map(each -> part(type, each)))
                .findFirst()
                .orElse(null);
    }

    private Part part(StoredType type, StoredProperty property) {
        PropertyModel code = Editor.committed(stored, String.valueOf(type.module()), type.name(), property.name());
        return new Part(property.id(), type.name(), property.name(), code.type(), code.flag(SettingKey.LOCALIZED));
    }
}
