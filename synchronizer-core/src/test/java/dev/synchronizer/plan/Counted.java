package dev.synchronizer.plan;

import dev.synchronizer.model.ItemUse;
import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import dev.synchronizer.model.UsedItem;
import dev.synchronizer.model.ValueUse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/** Says by hand how much content there is. */
final class Counted {
    static final UsedItem FIRST = new UsedItem(new UUID(0, 1), "First");
    static final UsedItem SECOND = new UsedItem(new UUID(0, 2), "Second");

    private final StoredModel stored;
    private final Map<Long, ItemUse> items = new HashMap<>();
    private final Map<Long, ValueUse> values = new HashMap<>();

    private Counted(StoredModel stored) {
        this.stored = stored;
    }

    static Counted in(StoredModel stored) {
        return new Counted(stored);
    }

    Counted items(String type, long number, long inBin) {
        return items(type, new ItemUse(number, inBin, 0, List.of(FIRST, SECOND).subList(0, (int) Math.min(2, number))));
    }

    Counted items(String type, ItemUse use) {
        items.put(type(type).id(), use);
        return this;
    }

    /** As many values as items. */
    Counted values(String type, String property, long number) {
        return values(
                type,
                property,
                new ValueUse(number, number, 0, Collections.emptySortedMap(), List.of(FIRST), 0, Map.of()));
    }

    Counted languages(String type, String property, SortedMap<String, Long> byLanguage) {
        long number = byLanguage.values().stream().mapToLong(Long::longValue).sum();
        return values(type, property, new ValueUse(number, number, 0, byLanguage, List.of(FIRST), 0, Map.of()));
    }

    Counted lacking(String type, String property, long number) {
        return values(type, property, new ValueUse(0, 0, 0, Collections.emptySortedMap(), List.of(), number, Map.of()));
    }

    /** Of ten values, some do not fit a setting. */
    Counted misfits(String type, String property, SettingKey key, long number) {
        Misfits misfits = new Misfits(number, number, List.of(new Misfits.Misfit(FIRST, "de", "n/a", true)));
        return values(
                type,
                property,
                new ValueUse(10, 10, 0, Collections.emptySortedMap(), List.of(FIRST), 0, Map.of(key, misfits)));
    }

    Counted values(String type, String property, ValueUse use) {
        values.put(property(type, property).id(), use);
        return this;
    }

    Usage usage() {
        return Usage.counted(items, values);
    }

    private StoredType type(String name) {
        return stored.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private StoredProperty property(String type, String name) {
        return type(type).property(name).orElseThrow();
    }
}
