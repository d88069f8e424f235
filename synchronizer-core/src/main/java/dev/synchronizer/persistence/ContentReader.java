package dev.synchronizer.persistence;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.StoredFinding;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads content in a transaction, whose isolation says of which moment. */
class ContentReader implements ContentReads {
    final Steps steps;
    final ItemRows items;
    final ValueRows values;
    final FindingRows findings;
    private final DefinitionRows definitions;
    private final UsageCounts counts;
    private final Supplier<ContentState> state;
    private final boolean withFindings;

    /** @param seals is given the seals of types that are read; null where the schema has neither these nor findings */
    ContentReader(Steps steps, Supplier<ContentState> state, @Nullable Map<Long, Long> seals) {
        OpenDatabase database = steps.database();
        this.steps = steps;
        this.state = state;
        withFindings = seals != null;
        items = new ItemRows(database, withFindings);
        findings = new FindingRows(database);
        values = new ValueRows(database);
        definitions = new DefinitionRows(database, true, seals);
        counts = new UsageCounts(database);
    }

    @Override
    public ContentState state() {
        return state.get();
    }

    @Override
    public List<StoredType> types(Collection<Long> ids) {
        return steps.get(() -> definitions.withIds(ids));
    }

    @Override
    public List<StoredType> typesOfProperties(Collection<Long> properties) {
        return steps.get(() -> definitions.withIds(definitions.owners(properties)));
    }

    @Override
    public Optional<StoredItem> item(UUID id) {
        return steps.get(() -> items.withIds(List.of(id)).stream().findFirst());
    }

    @Override
    public Map<UUID, StoredItem> items(Collection<UUID> ids) {
        Map<UUID, StoredItem> found = new TreeMap<>(Ids.ORDER);
        steps.get(() -> items.withIds(ids)).forEach(item -> found.put(item.id(), item));
        return found;
    }

    @Override
    public List<StoredValue> values(Collection<UUID> ofItems) {
        return steps.get(() -> values.ofItems(ofItems));
    }

    @Override
    public List<StoredItem> page(ItemFilter filter, @Nullable UUID after, int limit) {
        return steps.get(() -> items.page(criteria(filter), after, limit));
    }

    @Override
    public long count(ItemFilter filter) {
        return steps.get(() -> items.count(criteria(filter)));
    }

    @Override
    public long countSavedAt(Instant moment) {
        return steps.get(() -> items.countSavedAt(moment));
    }

    private ItemCriteria criteria(ItemFilter filter) {
        return new ItemCriteria(filter, steps.database().product());
    }

    @Override
    public List<StoredItem> children(Collection<UUID> parents) {
        return steps.get(() -> items.below(parents));
    }

    @Override
    public List<StoredItem> deletedWith(UUID root) {
        return steps.get(() -> items.deletedWith(root));
    }

    @Override
    public List<StoredFinding> findings(Collection<UUID> ofItems) {
        return steps.get(() -> withFindings ? findings.ofItems(ofItems) : List.of());
    }

    @Override
    public List<StoredItem> pageOfFindings(@Nullable UUID after, int limit) {
        return steps.get(() -> withFindings ? items.withIds(findings.items(after, limit)) : List.of());
    }

    @Override
    public Map<String, Long> countFindings() {
        return steps.get(() -> withFindings ? findings.count() : Map.of());
    }

    @Override
    public List<StoredValue> valuesOf(long property, @Nullable StoredValue after, int limit) {
        return steps.get(() -> values.ofProperty(property, after, limit));
    }

    @Override
    public List<StoredValue> documentsWith(long part, @Nullable StoredValue after, int limit) {
        return steps.get(() -> values.documentsWith(part, after, limit));
    }

    @Override
    public void eachValue(Collection<Long> properties, Consumer<StoredValue> each) {
        if (!properties.isEmpty()) {
            steps.run(() -> values.eachOf(new IdChoice(properties), each));
        }
    }

    @Override
    public void eachDocumentWith(Collection<Long> parts, Consumer<StoredValue> each) {
        if (!parts.isEmpty()) {
            steps.run(() -> values.eachDocumentWith(new IdChoice(parts), each));
        }
    }

    @Override
    public Map<Long, ItemCount> countItems(Collection<Long> types) {
        return counted(types, Map.of(), counts::items);
    }

    @Override
    public Map<Long, List<UsedItem>> firstItems(Collection<Long> types, int each) {
        return counted(types, Map.of(), choice -> counts.firstItems(choice, each));
    }

    @Override
    public List<ValueCount> countValues(Collection<Long> properties) {
        return counted(properties, List.of(), counts::values);
    }

    @Override
    public Map<Long, Long> countItemsWith(Collection<Long> properties) {
        return counted(properties, Map.of(), counts::itemsWith);
    }

    @Override
    public Map<Long, List<UsedItem>> firstItemsWith(Collection<Long> properties, int each) {
        return counted(properties, Map.of(), choice -> counts.firstItemsWith(choice, each));
    }

    /** Where nothing is asked for, no query is. */
    private <T> T counted(Collection<Long> ids, T nothing, Count<T> count) {
        return ids.isEmpty() ? nothing : steps.get(() -> count.of(new IdChoice(ids)));
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ofItems) {
        return steps.get(() -> items.names(ofItems));
    }

    private interface Count<T> {
        T of(IdChoice ids) throws SQLException;
    }
}
