package dev.synchronizer.value;

import java.util.Collection;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One value as its row has it.
 *
 * @param item the item's id
 * @param property the id of the property's row
 * @param language a language tag; empty where the value is of no language in particular
 * @param column the column that holds it
 * @param value of the class that belongs to the column
 * @param parts how often values of which properties of embedded blocks, by their ids, stand in a document
 */
public record StoredValue(
        UUID item, long property, String language, ValueColumn column, Object value, SortedMap<Long, Integer> parts) {
    public StoredValue {
        if (!column.valueClass().isInstance(value)) {
            throw new IllegalArgumentException(column + " holds no " + value.getClass());
        }
    }

    /** How many characters it has where it is kept as text; 0 where it is kept as something short. */
    public int length() {
        return value instanceof String text ? text.length() : 0;
    }

    /** How many that are of several together. */
    public static long length(Collection<StoredValue> values) {
        return values.stream().mapToLong(StoredValue::length).sum();
    }
}
