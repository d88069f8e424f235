package dev.synchronizer.commit;

import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.FollowingRow;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        plan.following().forEach(rows::add);
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

    private void add(FollowingRow row) {
        if (row.property() == null) {
            updateTypes.add(row.type().withOwnSettings(row.settings()).withProperties(List.of()));
        } else {
            StoredProperty after = row.property().withOwnSettings(row.settings());
            updateProperties.add(new OwnedProperty(row.type().id(), after));
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
}
