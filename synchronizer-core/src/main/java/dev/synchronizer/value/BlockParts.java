package dev.synchronizer.value;

import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.StoredModel;
import org.jspecify.annotations.Nullable;

/** Finds the properties of the blocks that values embed. In rows they stand by their ids, so that a rename touches none. */
public interface BlockParts {
    /** The property of this name of a block's type; null where it has none. */
    @Nullable
    Part named(String blockType, String property);

    /**
     * The property of this name of a block's type.
     *
     * @throws UnfitValueException if it has none
     */
    default Part require(String blockType, String property) {
        Part part = named(blockType, property);
        if (part == null) {
            throw new UnfitValueException("holds a value of " + property + ", which " + blockType + " does not have");
        }
        return part;
    }

    /** The property of this id; null where it is not there any more. */
    @Nullable
    Part of(long id);

    /** Where no value embeds any block. */
    static BlockParts none() {
        return new StoredParts(StoredModel.empty());
    }

    /**
     * A property of a block's type.
     *
     * @param id the id of its row
     * @param blockType the type that has it
     * @param name its name
     * @param type its data type
     * @param localized whether it may have a value in each language
     */
    record Part(long id, String blockType, String name, PropertyType type, boolean localized) {}
}
