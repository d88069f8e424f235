package dev.synchronizer.benchmarks.world;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredParts;
import dev.synchronizer.value.StoredValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Items of every type of a {@link StoredSite}, each with a value of every property. */
public final class StoredContent {
    private static final int TYPES_AT_ONCE = 50;

    private StoredContent() {}

    /** Fills a store until it has so many values. */
    public static void fill(JdbcStore store, int values) {
        StoredModel stored = store.load();
        StoredParts parts = new StoredParts(stored);
        List<StoredType> types = stored.types();
        int each = Math.max(1, values / (types.size() * ModelJar.PROPERTIES));
        for (int from = 0; from < types.size(); from += TYPES_AT_ONCE) {
            List<StoredItem> items = new ArrayList<>();
            List<StoredValue> rows = new ArrayList<>();
            for (StoredType type : types.subList(from, Math.min(types.size(), from + TYPES_AT_ONCE))) {
                for (int i = 0; i < each; i++) {
                    StoredItem item = item(type, i);
                    items.add(item);
                    type.properties().forEach(property -> rows.add(value(item, property, parts)));
                }
            }
            store.writingContent(content -> {
                content.insertItems(items);
                content.insertValues(rows);
                return items.size();
            });
        }
    }

    private static StoredItem item(StoredType type, int number) {
        Instant at = Instant.EPOCH;
        UUID id = new UUID(number, type.id());
        return new StoredItem(id, type.id(), "Item " + number, null, 1, at, "ann", at, "ann", null);
    }

    private static StoredValue value(StoredItem item, StoredProperty property, StoredParts parts) {
        PropertyType type = PropertyType.parse(property.dataType());
        Object value = value(type.base(), property.id());
        return StoredForm.toStored(item.id(), property.id(), "", type, value, parts);
    }

    private static Object value(DataType dataType, long number) {
        return switch (dataType) {
            case INTEGER -> (int) number;
            case BOOLEAN -> number % 2 == 0;
            case DECIMAL -> BigDecimal.valueOf(number);
            case DATE -> LocalDate.EPOCH.plusDays(number % 10_000);
            case INSTANT -> Instant.EPOCH.plusSeconds(number);
            case UUID -> new UUID(0, number);
            case URI -> URI.create("https://example.org/" + number);
            default -> "A value of some words, number " + number;
        };
    }
}
