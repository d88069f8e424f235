package dev.synchronizer.content;

import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An item as its rows have it.
 *
 * @param row its own row
 * @param type its type
 * @param rows its values, as they are kept; none where it is yet to be written
 * @param own what it holds of properties in use, each under its own name
 * @param orphaned what it holds of properties that are out of use
 */
public record HeldItem(StoredItem row, ItemType type, List<StoredValue> rows, Values own, Values orphaned) {
    public HeldItem {
        rows = List.copyOf(rows);
    }

    /** An item as it is to be. */
    public static HeldItem wanted(StoredItem row, ItemType type, Values own, Values orphaned) {
        return new HeldItem(row, type, List.of(), own, orphaned);
    }

    /**
     * An item as it was read.
     *
     * @param rows all of its values
     * @throws dev.synchronizer.problem.ProblemsException if something else has written it, and that is refused
     */
    static HeldItem of(StoredItem row, List<StoredValue> rows, TypeView types) {
        ItemType type = types.type(row.type());
        types.tripwire().look(row, rows, type.name(), id -> type.property(id).map(ItemProperty::name));
        ItemCodec codec = new ItemCodec(types);
        Map<ValueKey, Object> own = new HashMap<>();
        Map<ValueKey, Object> orphaned = new HashMap<>();
        for (StoredValue value : rows) {
            type.property(value.property())
                    .ifPresent(property -> codec.value(property, value)
                            .ifPresent(read -> (property.inUse() ? own : orphaned)
                                    .put(new ValueKey(property.name(), value.language()), read)));
        }
        return new HeldItem(row, type, rows, Values.of(own), Values.of(orphaned));
    }

    /** An item of which nobody needs to know what it holds. */
    static HeldItem withoutValues(StoredItem row, TypeView types) {
        return wanted(row, types.type(row.type()), Values.none(), Values.none());
    }

    /** The same one, as if it held nothing. */
    HeldItem empty() {
        return wanted(row, type, Values.none(), Values.none());
    }

    Item item(TypeView types) {
        return Item.of(row, type.name(), new Succession(type, types).seen(own), orphaned);
    }
}
