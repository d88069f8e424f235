package dev.synchronizer.store;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.value.StoredValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The content of a store that was never made, or that an older release made, which had none. */
public class NoContent implements ContentReads {
    @Override
    public ContentState state() {
        return new ContentState(0, null);
    }

    @Override
    public List<StoredType> types(Collection<Long> ids) {
        return List.of();
    }

    @Override
    public List<StoredType> typesOfProperties(Collection<Long> properties) {
        return List.of();
    }

    @Override
    public Optional<StoredItem> item(UUID id) {
        return Optional.empty();
    }

    @Override
    public Map<UUID, StoredItem> items(Collection<UUID> ids) {
        return Map.of();
    }

    @Override
    public List<StoredValue> values(Collection<UUID> items) {
        return List.of();
    }

    @Override
    public List<StoredItem> page(ItemFilter filter, @Nullable UUID after, int limit) {
        return List.of();
    }

    @Override
    public long count(ItemFilter filter) {
        return 0;
    }

    @Override
    public long countSavedAt(Instant moment) {
        return 0;
    }

    @Override
    public List<StoredItem> children(Collection<UUID> parents) {
        return List.of();
    }

    @Override
    public List<StoredItem> deletedWith(UUID root) {
        return List.of();
    }

    @Override
    public List<StoredFinding> findings(Collection<UUID> items) {
        return List.of();
    }

    @Override
    public List<StoredItem> pageOfFindings(@Nullable UUID after, int limit) {
        return List.of();
    }

    @Override
    public Map<String, Long> countFindings() {
        return Map.of();
    }

    @Override
    public List<StoredValue> valuesOf(long property, @Nullable StoredValue after, int limit) {
        return List.of();
    }

    @Override
    public List<StoredValue> documentsWith(long part, @Nullable StoredValue after, int limit) {
        return List.of();
    }

    @Override
    public void eachValue(Collection<Long> properties, Consumer<StoredValue> each) {
        // There is none.
    }

    @Override
    public void eachDocumentWith(Collection<Long> parts, Consumer<StoredValue> each) {
        // There is none.
    }

    @Override
    public Map<Long, ItemCount> countItems(Collection<Long> types) {
        return Map.of();
    }

    @Override
    public Map<Long, List<UsedItem>> firstItems(Collection<Long> types, int each) {
        return Map.of();
    }

    @Override
    public List<ValueCount> countValues(Collection<Long> properties) {
        return List.of();
    }

    @Override
    public Map<Long, Long> countItemsWith(Collection<Long> properties) {
        return Map.of();
    }

    @Override
    public Map<Long, List<UsedItem>> firstItemsWith(Collection<Long> properties, int each) {
        return Map.of();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> items) {
        return Map.of();
    }
}
