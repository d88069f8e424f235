package dev.synchronizer.commit;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/** The minimal rows of a plan, with ids for those that are new (D1). */
final class PlannedRows {
    private final List<StoredType> insertTypes = new ArrayList<>();
    private final List<StoredType> updateTypes = new ArrayList<>();
    private final List<StoredType> deleteTypes = new ArrayList<>();
    private final List<OwnedProperty> insertProperties = new ArrayList<>();
    private final List<OwnedProperty> updateProperties = new ArrayList<>();
    private final List<Long> deleteProperties = new ArrayList<>();
    private final List<StoredModule> saveModules = new ArrayList<>();
    private final List<String> deleteModules = new ArrayList<>();
    private long nextId;

    private PlannedRows(long nextId) {
        this.nextId = nextId;
    }

    /**
     * Collects the rows.
     *
     * @param reserveIds gives the first of so many ids that nobody else gets
     */
    static PlannedRows of(SyncPlan plan, IntToLongFunction reserveIds) {
        int created = plan.types().stream().mapToInt(PlannedRows::created).sum();
        PlannedRows rows = new PlannedRows(created == 0 ? 0 : reserveIds.applyAsLong(created));
        plan.types().forEach(rows::add);
        plan.modules().forEach(rows::add);
        return rows;
    }

    private static int created(TypePlan type) {
        long properties = type.properties().stream()
                .filter(property -> property.action() == Action.CREATE)
                .count();
        return (int) properties + (type.action() == Action.CREATE ? 1 : 0);
    }

    private void add(TypePlan type) {
        if (type.action() == Action.CREATE) {
            StoredType row = Objects.requireNonNull(type.rowAfter()).withId(nextId++);
            List<StoredProperty> properties = type.properties().stream()
                    .map(property -> Objects.requireNonNull(property.rowAfter()).withId(nextId++))
                    .toList();
            insertTypes.add(row.withProperties(properties));
        } else if (type.action() == Action.DELETE) {
            deleteTypes.add(Objects.requireNonNull(type.diff().stored()));
        } else if (type.action() == Action.UPDATE) {
            if (type.writesRow()) {
                updateTypes.add(Objects.requireNonNull(type.rowAfter()));
            }
            long id = Objects.requireNonNull(type.diff().stored()).id();
            type.properties().stream().filter(PropertyPlan::writesRow).forEach(property -> add(property, id));
        }
    }

    private void add(PropertyPlan property, long typeId) {
        StoredProperty before = property.diff().stored();
        StoredProperty after = property.rowAfter();
        if (after == null) {
            deleteProperties.add(Objects.requireNonNull(before).id());
        } else if (before == null) {
            insertProperties.add(new OwnedProperty(typeId, after.withId(nextId++)));
        } else {
            updateProperties.add(new OwnedProperty(typeId, after));
        }
    }

    private void add(ModulePlan module) {
        if (module.after() != null) {
            saveModules.add(module.after());
        } else if (module.outcome() == ModulePlan.Outcome.DELETE) {
            deleteModules.add(module.name());
        }
    }

    RowChanges changes() {
        return new RowChanges(
                insertTypes,
                updateTypes,
                deleteTypes,
                insertProperties,
                updateProperties,
                deleteProperties,
                saveModules,
                deleteModules);
    }

    /** What is stored once the rows are written. */
    StoredModel storedAfter(StoredModel before, long revision) {
        Map<Long, StoredType> types = new HashMap<>();
        before.types().forEach(type -> types.put(type.id(), type));
        deleteTypes.forEach(type -> types.remove(type.id()));
        updateTypes.forEach(
                type -> types.computeIfPresent(type.id(), (id, old) -> type.withProperties(old.properties())));
        changeProperties(types);
        insertTypes.forEach(type -> types.put(type.id(), type));

        Map<String, StoredModule> modules = new TreeMap<>();
        before.modules().forEach(module -> modules.put(module.name(), module));
        saveModules.forEach(module -> modules.put(module.name(), module));
        modules.keySet().removeAll(deleteModules);
        return new StoredModel(revision, List.copyOf(modules.values()), List.copyOf(types.values()));
    }

    private void changeProperties(Map<Long, StoredType> types) {
        Map<Long, Map<Long, StoredProperty>> changed = new HashMap<>();
        for (OwnedProperty owned : concat(insertProperties, updateProperties)) {
            changed.computeIfAbsent(owned.typeId(), id -> new HashMap<>())
                    .put(owned.property().id(), owned.property());
        }
        java.util.Set<Long> deleted = new java.util.HashSet<>(deleteProperties);
        types.replaceAll((id, type) -> {
            Map<Long, StoredProperty> news = changed.getOrDefault(id, Map.of());
            boolean loses = type.properties().stream().anyMatch(property -> deleted.contains(property.id()));
            if (news.isEmpty() && !loses) {
                return type;
            }
            Map<Long, StoredProperty> properties = new HashMap<>();
            type.properties().forEach(property -> properties.put(property.id(), property));
            properties.keySet().removeAll(deleted);
            properties.putAll(news);
            return type.withProperties(List.copyOf(properties.values()));
        });
    }

    private static List<OwnedProperty> concat(List<OwnedProperty> some, List<OwnedProperty> more) {
        List<OwnedProperty> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
