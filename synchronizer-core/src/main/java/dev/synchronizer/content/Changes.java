package dev.synchronizer.content;

import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.seal.ItemSeal;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import dev.synchronizer.value.ValueConversion;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of values that differ between what items hold and what they are to hold. Not thread-safe. */
public final class Changes {
    private final List<StoredValue> inserted = new ArrayList<>();
    private final List<StoredValue> updated = new ArrayList<>();
    private final List<StoredValue> replaced = new ArrayList<>();
    private final List<StoredValue> deleted = new ArrayList<>();
    /** What stood where something is replaced. */
    private final List<StoredValue> former = new ArrayList<>();

    /** The rows of a new item. */
    static Changes ofNew(UUID id, ItemType type, Values values, TypeView types, Violations violations) {
        Changes changes = new Changes();
        new Comparing(id, type, types, violations, Map.of(), changes).compare(Values.none(), values);
        return changes;
    }

    /**
     * The rows that make of one item another.
     *
     * @param own what it is to hold of properties in use
     * @param orphaned what it is to hold of those that are out of use
     */
    static Changes between(HeldItem held, Values own, Values orphaned, TypeView types, Violations violations) {
        Map<ValueKey, StoredValue> rows = new HashMap<>();
        for (StoredValue row : held.rows()) {
            held.type()
                    .property(row.property())
                    .ifPresent(property -> rows.put(new ValueKey(property.name(), row.language()), row));
        }
        Changes changes = new Changes();
        Comparing comparing = new Comparing(held.row().id(), held.type(), types, violations, rows, changes);
        comparing.compare(held.own(), own);
        comparing.compare(held.orphaned(), orphaned);
        comparing.removeEmpty(own, orphaned);
        return changes;
    }

    boolean isEmpty() {
        return inserted.isEmpty() && updated.isEmpty() && replaced.isEmpty() && deleted.isEmpty();
    }

    /** These and others, to be written together. */
    public void add(Changes others) {
        inserted.addAll(others.inserted);
        updated.addAll(others.updated);
        replaced.addAll(others.replaced);
        deleted.addAll(others.deleted);
        former.addAll(others.former);
    }

    /** What they change of the seal of their item, by exclusive or. */
    long seal() {
        return Stream.of(inserted, updated, replaced, deleted, former)
                .mapToLong(ItemSeal::of)
                .reduce(0, (one, other) -> one ^ other);
    }

    public void write(ContentTransaction transaction) {
        if (!deleted.isEmpty()) {
            transaction.deleteValues(deleted);
        }
        if (!updated.isEmpty()) {
            transaction.updateValues(updated);
        }
        if (!replaced.isEmpty()) {
            transaction.saveValues(replaced);
        }
        if (!inserted.isEmpty()) {
            transaction.insertValues(inserted);
        }
    }

    private List<StoredValue> rows(@Nullable StoredValue before, StoredValue after) {
        if (before == null) {
            return inserted;
        }
        former.add(before);
        return before.column() == after.column() ? updated : replaced;
    }

    private record Comparing(
            UUID id,
            ItemType type,
            TypeView types,
            Violations violations,
            Map<ValueKey, StoredValue> rows,
            Changes changes) {

        void compare(Values before, Values after) {
            before.forEach((key, value) -> {
                StoredValue row = rows.get(key);
                if (after.get(key).isEmpty() && row != null) {
                    changes.deleted.add(row);
                }
            });
            after.forEach((key, value) -> {
                if (!before.isSameAt(key, after)) {
                    write(key, value, rows.get(key));
                }
            });
        }

        /** A row that holds nothing was written by something else, and nobody can take a value away that nobody sees. */
        void removeEmpty(Values own, Values orphaned) {
            rows.forEach((key, row) -> {
                boolean replaced = own.get(key).isPresent() || orphaned.get(key).isPresent();
                if (row.column() == ValueColumn.NONE && !replaced) {
                    changes.deleted.add(row);
                }
            });
        }

        private void write(ValueKey key, Object value, @Nullable StoredValue before) {
            ItemProperty property = type.property(key.property()).orElseThrow();
            Optional<StoredValue> row = property.id() == 0 || holdsMore(before) || !isKnownWithin(key, value)
                    ? Optional.empty()
                    : new ItemCodec(types).stored(id, property, key.language(), value);
            if (row.isEmpty()) {
                violations.add(
                        ProblemCode.KEPT_BY_NEWER_CODE,
                        new Place(key.property(), key.language()),
                        ValueForm.shown(value),
                        property.storedType().toString(),
                        "newer code keeps " + key.property() + " in a form that this node cannot write");
            }
            row.ifPresent(after -> changes.rows(before, after).add(after));
        }

        /** Whether a document holds what only newer code knows, and what writing it anew would therefore lose. */
        private boolean holdsMore(@Nullable StoredValue before) {
            return before != null && before.parts().keySet().stream().anyMatch(part -> types.of(part) == null);
        }

        private boolean isKnownWithin(ValueKey key, Object value) {
            List<ItemProperty> strangers = new ArrayList<>();
            new ValueWalk(types, (owner, property, place, part) -> {
                        if (!owner.equals(type) && !isKeptAlike(property)) {
                            strangers.add(property);
                        }
                    })
                    .value(type, key, value);
            return strangers.isEmpty();
        }

        private boolean isKeptAlike(ItemProperty property) {
            return property.id() != 0
                    && (property.type().equals(property.storedType())
                            || ValueConversion.between(property.type(), property.storedType(), types)
                                    .keepsDocuments());
        }
    }
}
