package dev.synchronizer.value;

import dev.synchronizer.value.BlockParts.Part;

/** What blocks hold. */
final class Parts {
    private Parts() {}

    static Part require(BlockParts parts, String blockType, String property) {
        Part part = parts.named(blockType, property);
        if (part == null) {
            throw new UnfitValueException("holds a value of " + property + ", which " + blockType + " does not have");
        }
        return part;
    }

    static UnfitValueException unfit(String property, UnfitValueException cause) {
        return new UnfitValueException("holds for " + property + " what " + cause.getMessage());
    }
}
