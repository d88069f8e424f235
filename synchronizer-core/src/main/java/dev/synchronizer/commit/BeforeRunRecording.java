package dev.synchronizer.commit;

import dev.synchronizer.diff.Reason;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.OverridePlan;
import dev.synchronizer.plan.OverrideState;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.undo.BeforeRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Notes what stood in the place of what a run changes. */
final class BeforeRunRecording {
    private final Map<String, StoredType> created = new HashMap<>();
    private final Map<String, Long> createdProperties = new HashMap<>();
    private final List<BeforeRun.Touched> touched = new ArrayList<>();

    private BeforeRunRecording(RowChanges rows) {
        rows.insertTypes().forEach(type -> created.put(type.name(), type));
        rows.insertProperties()
                .forEach(owned -> createdProperties.put(
                        owned.typeId() + "." + owned.property().name(),
                        owned.property().id()));
    }

    static BeforeRun of(SyncPlan plan, StoredModel stored, RowChanges rows, @Nullable Long undoes) {
        BeforeRunRecording recording = new BeforeRunRecording(rows);
        plan.types().forEach(recording::add);
        return new BeforeRun(
                modules(plan, stored),
                recording.touched,
                plan.overrides().stream()
                        .filter(override -> override.state() == OverrideState.DELETED)
                        .map(BeforeRunRecording::deleted)
                        .toList(),
                plan.steps().stream()
                        .filter(step -> step.state() == StepPlan.State.RUN)
                        .map(step -> step.module() + ":" + step.step().name())
                        .toList(),
                undoes);
    }

    private static BeforeRun.DeletedOverride deleted(OverridePlan plan) {
        return new BeforeRun.DeletedOverride(plan.type(), plan.property(), plan.override());
    }

    private static List<BeforeRun.Module> modules(SyncPlan plan, StoredModel stored) {
        List<BeforeRun.Module> modules = new ArrayList<>();
        for (ModulePlan module : plan.modules()) {
            if (module.outcome() != ModulePlan.Outcome.LEAVE) {
                StoredModule before = stored.modules().stream()
                        .filter(each -> each.name().equals(module.name()))
                        .findFirst()
                        .orElse(null);
                modules.add(new BeforeRun.Module(
                        module.name(),
                        module.after() == null ? null : module.after().version(),
                        before == null ? null : before.fingerprint(),
                        before == null ? null : before.snapshot()));
            }
        }
        return modules;
    }

    private void add(TypePlan type) {
        StoredType before = type.diff().stored();
        if (type.action() == Action.CREATE) {
            long id = Objects.requireNonNull(created.get(type.name())).id();
            touched.add(new BeforeRun.Touched(BeforeRun.Deed.CREATED, id, null, null, type.name(), null, null, null));
        } else if (before != null && type.action() == Action.DELETE) {
            touched.add(ofType(BeforeRun.Deed.DELETED, before));
            before.properties().stream()
                    .filter(property -> property.orphanedSince() != null)
                    .forEach(property -> addStored(BeforeRun.Deed.DELETED, before, property));
        } else if (before != null && type.action() == Action.UPDATE) {
            if (type.writesRow() || !type.settings().isEmpty() || isChangedItself(type)) {
                touched.add(ofType(BeforeRun.Deed.CHANGED, before));
            }
            type.properties().forEach(property -> add(before, property));
        }
    }

    private static boolean isChangedItself(TypePlan type) {
        return type.diff().reasons().stream().anyMatch(reason -> reason != Reason.PROPERTIES_CHANGED);
    }

    private static BeforeRun.Touched ofType(BeforeRun.Deed deed, StoredType before) {
        return new BeforeRun.Touched(
                deed, before.id(), null, before.module(), before.name(), null, before.guid(), before.orphanedSince());
    }

    private void add(StoredType type, PropertyPlan property) {
        StoredProperty before = property.diff().stored();
        switch (property.action()) {
            case CREATE ->
                add(
                        BeforeRun.Deed.CREATED,
                        type,
                        Objects.requireNonNull(createdProperties.get(type.id() + "." + property.name())),
                        property.name(),
                        null);
            case UPDATE -> addStored(BeforeRun.Deed.CHANGED, type, before);
            case DELETE -> addStored(BeforeRun.Deed.DELETED, type, before);
            case KEEP, NONE -> {
                // It stands as it stood.
            }
        }
    }

    private void addStored(BeforeRun.Deed deed, StoredType type, @Nullable StoredProperty before) {
        if (before != null) {
            add(deed, type, before.id(), before.name(), before);
        }
    }

    private void add(BeforeRun.Deed deed, StoredType type, long id, String name, @Nullable StoredProperty before) {
        Instant orphanedSince = before == null ? null : before.orphanedSince();
        touched.add(new BeforeRun.Touched(deed, type.id(), id, type.module(), type.name(), name, null, orphanedSince));
    }
}
