package dev.synchronizer.migration;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.BlockParts.Part;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueJson;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An item as it is at a moment of a run, by the ids of its properties, which renames keep.
 *
 * @param row its row
 * @param values its values as JSON
 * @param references the items that it refers to
 */
record SeenItem(StoredItem row, Map<Place, SeenValue> values, Set<UUID> references) {
    /** Where a value stands. */
    record Place(long property, String language) {}

    /**
     * A value.
     *
     * @param property what its property is called at that moment
     */
    record SeenValue(String property, String json) {}

    private static SeenItem empty(StoredItem row) {
        return new SeenItem(row, new HashMap<>(), new TreeSet<>());
    }

    /** As a step has found it. */
    static SeenItem before(StepItem item, BlockParts parts) {
        return of(item, item.row(), item.before(), parts);
    }

    /** As a step has left it. */
    static SeenItem after(StepItem item, BlockParts parts) {
        StoredItem row = item.row();
        return of(item, item.saved(row.savedAt(), row.savedBy()), item.values(), parts);
    }

    private static SeenItem of(StepItem item, StoredItem row, Values values, BlockParts parts) {
        SeenItem seen = empty(row);
        for (ValueKey key : values.keys()) {
            Part part = item.knownPart(key.property());
            if (part != null) {
                seen.add(part, key.language(), values.get(key).orElseThrow(), parts);
            }
        }
        return seen;
    }

    /** As it is stored. */
    static SeenItem of(StoredItem row, Collection<StoredValue> stored, BlockParts parts) {
        SeenItem seen = empty(row);
        for (StoredValue value : stored) {
            Part part = parts.of(value.property());
            if (part != null && value.item().equals(row.id())) {
                seen.add(part, value.language(), StoredForm.fromStored(part.type(), value, parts), parts);
            }
        }
        return seen;
    }

    private void add(Part part, String language, Object value, BlockParts parts) {
        String json = JsonOut.compact(out -> ValueJson.write(part.type(), value, parts, out));
        values.put(new Place(part.id(), language), new SeenValue(part.name(), json));
        addReferences(value);
    }

    private void addReferences(Object value) {
        if (value instanceof ContentReference reference) {
            references.add(reference.id());
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(this::addReferences);
        } else if (value instanceof Block block) {
            block.values()
                    .keys()
                    .forEach(key -> addReferences(block.values().get(key).orElseThrow()));
        }
    }
}
