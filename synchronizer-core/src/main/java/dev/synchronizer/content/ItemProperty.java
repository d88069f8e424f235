package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.KeptProperty;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.value.BlockParts.Part;

/**
 * A property as it takes to read and write its values.
 *
 * @param id the id of its row; 0 where this node's own, older code has none for it
 * @param name its name
 * @param type its data type
 * @param storedType the data type that its values are kept by, which is another one where newer code has changed it
 * @param localized whether it may have a value in each language
 * @param inUse whether values may be given; not where it, or its type, is kept out of use for the values that it has
 */
public record ItemProperty(
        long id, String name, PropertyType type, PropertyType storedType, boolean localized, boolean inUse) {
    /** The same of a block. */
    Part part(String blockType) {
        return new Part(id, blockType, name, type, localized);
    }

    static ItemProperty of(EffectiveProperty property) {
        return new ItemProperty(
                property.id(), property.name(), property.type(), property.storedType(), property.isLocalized(), true);
    }

    static ItemProperty of(KeptProperty property) {
        return new ItemProperty(
                property.id(), property.name(), property.type(), property.type(), property.localized(), false);
    }
}
