package dev.synchronizer.content;

import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueColumn;
import dev.synchronizer.value.ValueConversion;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns rows of values into what people and programs see, and back. Where newer code keeps a property by another data
 * type than this node knows, values are converted on the way, and those that do not convert without loss are not seen.
 */
final class ItemCodec {
    private final BlockParts parts;

    ItemCodec(BlockParts parts) {
        this.parts = parts;
    }

    /** The value of a row; empty where it does not convert to the data type that this node knows. */
    Optional<Object> value(ItemProperty property, StoredValue row) {
        if (row.column() != ValueColumn.of(property.storedType())) {
            // Something else has written it: here, no value stands in another column.
            return Optional.empty();
        }
        try {
            return property.type().equals(property.storedType())
                    ? Optional.of(StoredForm.fromStored(property.type(), row, parts))
                    : ValueConversion.between(property.storedType(), property.type(), parts)
                            .convert(row)
                            .map(converted -> StoredForm.fromStored(property.type(), converted, parts));
        } catch (UnfitValueException | ArithmeticException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /**
     * The row of a value.
     *
     * @param value in canonical form
     * @return empty where it does not convert to the data type by which newer code keeps the property
     */
    Optional<StoredValue> stored(UUID item, ItemProperty property, String language, Object value) {
        StoredValue row = StoredForm.toStored(item, property.id(), language, property.type(), value, parts);
        return property.type().equals(property.storedType())
                ? Optional.of(row)
                : ValueConversion.between(property.type(), property.storedType(), parts)
                        .convert(row);
    }
}
