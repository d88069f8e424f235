package dev.synchronizer.persistence;

import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Writes content in somebody's transaction. */
final class ContentWriter extends ContentReader implements ContentTransaction {
    private final TypeLocks locks;
    private boolean holdsTypes;

    /** @param holdsTypes whether the transaction locks types by itself before it locks items */
    ContentWriter(Steps steps, LongSupplier changeNumber, boolean holdsTypes) {
        super(steps, changeNumber);
        this.holdsTypes = holdsTypes;
        locks = new TypeLocks(steps.database());
    }

    @Override
    public Set<Long> keepTypes(Collection<Long> types) {
        return steps.get(() -> keep(types));
    }

    private Set<Long> keep(Collection<Long> types) throws SQLException {
        holdsTypes |= !types.isEmpty();
        return locks.keep(types);
    }

    @Override
    public List<StoredItem> lockItems(Collection<UUID> ids) {
        return steps.get(() -> {
            if (!holdsTypes) {
                // A run that works on items holds all types before it locks the first of them.
                keep(items.types(ids));
            }
            return items.lock(ids);
        });
    }

    @Override
    public void insertItems(Collection<StoredItem> inserted) {
        steps.run(() -> items.insert(inserted));
    }

    @Override
    public void updateItems(Collection<StoredItem> updated) {
        steps.run(() -> items.update(updated));
    }

    @Override
    public void deleteItems(Collection<UUID> deleted) {
        steps.run(() -> items.delete(deleted));
    }

    @Override
    public void insertValues(Collection<StoredValue> inserted) {
        steps.run(() -> values.insert(inserted));
    }

    @Override
    public void saveValues(Collection<StoredValue> saved) {
        steps.run(() -> {
            values.delete(saved);
            values.insert(saved);
        });
    }

    @Override
    public void updateValues(Collection<StoredValue> updated) {
        steps.run(() -> values.update(updated));
    }

    @Override
    public void replaceValues(Collection<StoredValue> replaced, ValueColumn before) {
        steps.run(() -> values.replace(replaced, before));
    }

    @Override
    public void deleteValues(Collection<StoredValue> deleted) {
        steps.run(() -> values.delete(deleted));
    }
}
