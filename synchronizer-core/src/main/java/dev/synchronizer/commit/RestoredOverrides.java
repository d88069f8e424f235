package dev.synchronizer.commit;

import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.store.SyncTransaction;
import dev.synchronizer.undo.BeforeRun.DeletedOverride;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saves overrides again that had gone with types and properties which a run makes again. */
final class RestoredOverrides {
    private RestoredOverrides() {}

    static void save(List<DeletedOverride> deleted, SyncPlan plan, SyncTransaction transaction) {
        if (deleted.isEmpty()) {
            return;
        }
        Set<String> created = created(plan);
        List<SettingOverride> restored = new ArrayList<>();
        for (DeletedOverride each : deleted) {
            String owner = each.property() == null ? each.type() : each.type() + "." + each.property();
            if (created.contains(owner)) {
                transaction.type(each.type()).flatMap(type -> of(each, type)).ifPresent(restored::add);
            }
        }
        transaction.saveOverrides(restored);
    }

    private static Set<String> created(SyncPlan plan) {
        Set<String> created = new HashSet<>();
        for (TypePlan type : plan.types()) {
            if (type.action() == Action.CREATE) {
                created.add(type.name());
            }
            type.properties().stream()
                    .filter(property -> property.action() == Action.CREATE)
                    .forEach(property -> created.add(type.name() + "." + property.name()));
        }
        return created;
    }

    private static Optional<SettingOverride> of(DeletedOverride deleted, StoredType type) {
        if (deleted.property() == null) {
            return Optional.of(of(deleted.override(), type, null));
        }
        return type.property(deleted.property()).map(property -> of(deleted.override(), type, property.id()));
    }

    private static SettingOverride of(SettingOverride override, StoredType type, @Nullable Long property) {
        return new SettingOverride(
                type.id(),
                property,
                override.setting(),
                override.value(),
                override.savedBy(),
                override.savedAt(),
                override.defaultThen());
    }
}
