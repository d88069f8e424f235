package dev.synchronizer.value;

import org.jspecify.annotations.Nullable;

/** No properties of blocks at all. */
enum NoParts implements BlockParts {
    ALONE;

    @Override
    public @Nullable Part named(String blockType, String property) {
        return null;
    }

    @Override
    public @Nullable Part of(long id) {
        return null;
    }
}
