package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.catalog.KeptProperty;
import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.value.ValueRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type as it takes to read and write the values of its items, with what is kept of it out of use. */
public final class ItemType {
    private final long id;
    private final String name;
    private final @Nullable EffectiveType effective;
    private final List<ItemProperty> properties;
    private final Map<String, ItemProperty> byName = new HashMap<>();
    private final Map<Long, ItemProperty> byId = new HashMap<>();
    private final Map<String, ValueRules> rules = new ConcurrentHashMap<>();

    private ItemType(long id, String name, @Nullable EffectiveType effective, Collection<ItemProperty> properties) {
        this.id = id;
        this.name = name;
        this.effective = effective;
        this.properties = properties.stream()
                .sorted(Comparator.comparing(ItemProperty::name))
                .toList();
        this.properties.forEach(property -> {
            byName.put(property.name(), property);
            byId.put(property.id(), property);
        });
        byId.remove(0L);
    }

    /** A type that is in use. */
    public static ItemType of(EffectiveType type) {
        List<ItemProperty> properties = new ArrayList<>();
        type.properties().forEach(property -> properties.add(ItemProperty.of(property)));
        type.outOfUse().forEach(property -> properties.add(ItemProperty.of(property)));
        return new ItemType(type.id(), type.name(), type, properties);
    }

    /** A type as its row, and what was last said of it, have it: one that is kept out of use, or any within a run. */
    public static ItemType of(KnownType type) {
        return of(type, type.stored().orphanedSince() == null);
    }

    /** A type of whose properties no values may be given. */
    static ItemType outOfUse(KnownType type) {
        return of(type, false);
    }

    private static ItemType of(KnownType type, boolean inUse) {
        List<ItemProperty> properties = type.stored().properties().stream()
                .flatMap(property -> property(type, property, inUse))
                .toList();
        return new ItemType(type.stored().id(), type.stored().name(), null, properties);
    }

    private static Stream<ItemProperty> property(KnownType type, StoredProperty stored, boolean typeInUse) {
        PropertyModel last = type.model(stored).orElse(null);
        boolean inUse = typeInUse && stored.orphanedSince() == null;
        return KeptProperty.of(stored, last).stream()
                .map(kept ->
                        new ItemProperty(kept.id(), kept.name(), kept.type(), kept.type(), kept.localized(), inUse));
    }

    /** The id of its row; 0 where this node's own, older code has none. */
    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Its effective view; null where it is kept out of use, or was made of its row. */
    @Nullable
    EffectiveType effective() {
        return effective;
    }

    /** By name. */
    public List<ItemProperty> properties() {
        return properties;
    }

    public Optional<ItemProperty> property(String propertyName) {
        return Optional.ofNullable(byName.get(propertyName));
    }

    public Optional<ItemProperty> property(long propertyId) {
        return Optional.ofNullable(byId.get(propertyId));
    }

    /** The effective view of a property; null where it, or the type, is kept out of use, or was made of its row. */
    @Nullable
    EffectiveProperty effective(String propertyName) {
        return effective == null ? null : effective.property(propertyName).orElse(null);
    }

    /** What the settings of a property ask of its values. */
    ValueRules rules(EffectiveProperty property) {
        return rules.computeIfAbsent(
                property.name(), any -> ValueRules.of(property.type(), property.settings()::value));
    }

    @Override
    public String toString() {
        return name;
    }
}
