package dev.synchronizer.seal;

import dev.synchronizer.seal.Tampered.Kind;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds out what can be known of what something else has done to an item that does not fit its seal. */
public final class TamperedItem {
    private TamperedItem() {}

    /**
     * What is known of it.
     *
     * @param values all that the item has
     * @param type the name of its type, or null where that is not known
     * @param names the names of properties by their ids
     */
    public static Tampered of(
            StoredItem row,
            Collection<StoredValue> values,
            @Nullable String type,
            LongFunction<Optional<String>> names) {
        return new Tampered(Kind.ITEM, row.id().toString(), row.name(), type, what(row, values, names));
    }

    /** A value that came in is told by its own part of the seal; of one that went or changed, nothing is left. */
    private static String what(StoredItem row, Collection<StoredValue> values, LongFunction<Optional<String>> names) {
        Long sealed = row.checksum();
        long difference = sealed == null ? 0 : sealed ^ ItemSeal.of(row, values);
        return first(values, value -> value.column() == ValueColumn.NONE)
                .map(value -> "the row of its value of " + place(value, names) + " holds nothing")
                .or(() -> first(values, value -> ItemSeal.of(value) == difference)
                        .map(value -> "a value of " + place(value, names) + " was inserted"))
                .orElse("its row or its values are not those that were saved");
    }

    private static Optional<StoredValue> first(Collection<StoredValue> values, Predicate<StoredValue> wanted) {
        return values.stream().filter(wanted).findFirst();
    }

    private static String place(StoredValue value, LongFunction<Optional<String>> names) {
        return names.apply(value.property()).orElse("the property with the id " + value.property())
                + (value.language().isEmpty() ? "" : " in the language " + value.language());
    }
}
