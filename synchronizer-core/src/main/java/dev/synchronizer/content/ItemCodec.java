package dev.synchronizer.content;

import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueConversion;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns rows of values into what people and programs see, and back. Where newer code keeps a property by another data
 * type than this node knows, values are converted on the way, and those that do not convert without loss are not seen.
 */
public final class ItemCodec {
    private final BlockParts parts;

    public ItemCodec(BlockParts parts) {
        this.parts = parts;
    }

    /** A codec that knows these types, and no other blocks. */
    public static ItemCodec of(Collection<ItemType> types) {
        return new ItemCodec(new KnownParts(types));
    }

    /** The values of one item; of properties that the type does not have, nothing is seen. */
    public Values values(ItemType type, Collection<StoredValue> rows) {
        Map<ValueKey, Object> values = new HashMap<>();
        for (StoredValue row : rows) {
            type.property(row.property())
                    .ifPresent(property -> value(property, row)
                            .ifPresent(value -> values.put(new ValueKey(property.name(), row.language()), value)));
        }
        return Values.of(values);
    }

    /** The value of a row; empty where it does not convert to the data type that this node knows. */
    public Optional<Object> value(ItemProperty property, StoredValue row) {
        try {
            return property.type().equals(property.storedType())
                    ? Optional.of(StoredForm.fromStored(property.type(), row, parts))
                    : ValueConversion.between(property.storedType(), property.type(), parts)
                            .convert(row)
                            .map(converted -> StoredForm.fromStored(property.type(), converted, parts));
        } catch (UnfitValueException e) {
            return Optional.empty();
        }
    }

    /**
     * The row of a value.
     *
     * @param value in canonical form
     * @return empty where it does not convert to the data type by which newer code keeps the property
     */
    public Optional<StoredValue> stored(UUID item, ItemProperty property, String language, Object value) {
        StoredValue row = StoredForm.toStored(item, property.id(), language, property.type(), value, parts);
        return property.type().equals(property.storedType())
                ? Optional.of(row)
                : ValueConversion.between(property.type(), property.storedType(), parts)
                        .convert(row);
    }
}
