package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to go before a definition that administrators have made elsewhere and deleted there: with it would go what nobody
 * has said to delete here, or it is refused for that. All of it that went along there is told by keys of its own.
 */
final class Dependents {
    /** So many items are named at most. */
    private static final int ITEMS = 100;

    private final ToldType type;
    private final StoredType row;
    private final @Nullable String property;
    private final Set<String> keys = new LinkedHashSet<>();

    private Dependents(ToldType type, StoredType row, @Nullable String property) {
        this.type = type;
        this.row = row;
        this.property = property;
    }

    /**
     * Their keys.
     *
     * @param property the property that is to go; null where it is the type
     */
    static List<String> of(ToldType type, @Nullable String property, Unit unit) {
        StoredType row = type.type();
        if (row == null || type.definition(property) == null) {
            return List.of();
        }
        Dependents dependents = new Dependents(type, row, property);
        dependents.addParts();
        dependents.addReferences(unit.definitions());
        dependents.addItems(unit);
        return List.copyOf(dependents.keys);
    }

    /** What is defined within it, and what is saved for it. */
    private void addParts() {
        TaskKey itself = TaskKey.definition(new Address(type.name(), property, null).toString());
        for (TaskKey key : type.keys()) {
            boolean within =
                    property == null || property.equals(Address.parse(key.id()).property());
            SubjectState state = type.state(key);
            if (within
                    && !key.equals(itself)
                    && state != null
                    && !state.places().isEmpty()) {
                keys.add(key.toString());
            }
        }
    }

    /** Other definitions that name it; where code does, it is refused. */
    private void addReferences(StoredReads reads) {
        if (property == null) {
            TypeReferences.to(type.name(), reads.load()).stream()
                    .map(place -> Address.parse(place.substring(0, place.indexOf(' '))))
                    .filter(owner -> ToldType.read(reads, owner.type()).definition(owner.property()) != null)
                    .forEach(owner ->
                            keys.add(TaskKey.definition(owner.toString()).toString()));
            return;
        }
        row.properties().stream()
                .filter(other ->
                        SettingValue.of(property).equals(other.ownSettings().get(SettingKey.REPLACED_BY)))
                .filter(other -> type.definition(other.name()) != null)
                .forEach(other ->
                        keys.add(type.key(TaskKey.DEFINITION, other.name()).toString()));
    }

    private void addItems(Unit unit) {
        Set<Long> having = property == null
                ? Set.of()
                : Set.of(row.property(property).orElseThrow().id());
        Set<Long> types = property == null ? Set.of(row.id()) : Set.of();
        ItemFilter filter = new ItemFilter(types, ItemFilter.Place.anywhere(), ItemFilter.Bin.ANY, having, List.of());
        unit.content()
                .page(filter, null, ITEMS)
                .forEach(item -> keys.add(TaskKey.item(item.id()).toString()));
    }
}
