package dev.synchronizer.behaviour;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Somebody who writes items into the database of a {@link Node}, as the content of an application does. */
final class Editor {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Node node;
    private long items;

    private Editor(Node node) {
        this.node = node;
    }

    static Editor of(Node node) {
        return new Editor(node);
    }

    /** Writes an item with values by {@code property} or {@code property@language}. */
    UUID writes(String type, Map<String, ?> values) {
        return writes(type, List.of(values)).get(0);
    }

    /** Writes as many items as there are sets of values, each of which is called by its number. */
    List<UUID> writes(String type, List<? extends Map<String, ?>> all) {
        StoredModel stored = node.stored();
        StoredType row = type(stored, type);
        List<StoredItem> rows = new ArrayList<>();
        List<StoredValue> values = new ArrayList<>();
        for (Map<String, ?> each : all) {
            UUID id = new UUID(0, ++items);
            rows.add(new StoredItem(id, row.id(), "Item " + items, null, 1, NOW, "eve", NOW, "eve", null));
            each.forEach((place, value) -> values.add(value(stored, row, id, place, value)));
        }
        return in(content -> {
            content.keepTypes(List.of(row.id()));
            content.insertItems(rows);
            content.insertValues(values);
            return rows.stream().map(StoredItem::id).toList();
        });
    }

    private static StoredValue value(StoredModel stored, StoredType type, UUID item, String place, Object given) {
        int at = place.indexOf('@');
        String name = at < 0 ? place : place.substring(0, at);
        StoredProperty property = type.property(name).orElseThrow();
        PropertyType dataType = dataType(stored, type, name);
        CommittedParts parts = new CommittedParts(stored);
        Object canonical = ValueForm.canonical(dataType, given, parts);
        return StoredForm.toStored(
                item, property.id(), at < 0 ? "" : place.substring(at + 1), dataType, canonical, parts);
    }

    static PropertyType dataType(StoredModel stored, StoredType type, String property) {
        return committed(stored, type.module(), type.name(), property).type();
    }

    static PropertyModel committed(StoredModel stored, String module, String type, String property) {
        return stored.modules().stream()
                .filter(each -> each.name().equals(module))
                .flatMap(each -> each.snapshot().type(type).stream())
                .flatMap(each -> each.property(property).stream())
                .findFirst()
                .orElseThrow();
    }

    /** What an item holds now, by {@code property} or {@code property@language}, in the form of its row. */
    Map<String, Object> reads(UUID item) {
        StoredModel stored = node.stored();
        return in(content -> {
            Map<String, Object> values = new TreeMap<>();
            for (StoredValue value : content.values(List.of(item))) {
                String language = value.language().isEmpty() ? "" : "@" + value.language();
                values.put(name(stored, value.property()) + language, value.value());
            }
            return values;
        });
    }

    long revision(UUID item) {
        return in(content -> content.item(item).orElseThrow().revision());
    }

    private static String name(StoredModel stored, long property) {
        return stored.types().stream()
                .flatMap(type -> type.properties().stream())
                .filter(each -> each.id() == property)
                .map(StoredProperty::name)
                .findFirst()
                .orElseThrow();
    }

    void throwsAway(UUID item) {
        in(content -> {
            StoredItem row = content.item(item).orElseThrow();
            StoredItem.Deleted deleted = new StoredItem.Deleted(NOW, "eve", item);
            content.updateItems(List.of(
                    new StoredItem(row.id(), row.type(), row.name(), null, 2, NOW, "eve", NOW, "eve", deleted)));
            return row;
        });
    }

    void purges(UUID item) {
        in(content -> {
            content.deleteItems(List.of(item));
            return item;
        });
    }

    /** Takes away all values of a property. */
    void empties(String type, String property) {
        long id = type(node.stored(), type).property(property).orElseThrow().id();
        in(content -> {
            content.deleteValues(content.valuesOf(id, null, 1_000));
            return id;
        });
    }

    static StoredType type(StoredModel stored, String name) {
        return stored.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    <T> T in(Function<ContentTransaction, T> work) {
        try (JdbcStore store = new JdbcStore(node.database().dataSource())) {
            return store.writingContent(work);
        }
    }
}
