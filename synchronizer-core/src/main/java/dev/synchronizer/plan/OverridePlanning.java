package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of all that administrators saved what it is worth after a run, also where the run changes nothing about it. */
final class OverridePlanning {
    private static final Comparator<OverridePlan> BY_PLACE = Comparator.comparing(OverridePlan::type)
            .thenComparing(OverridePlan::property, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(each -> each.override().setting())
            .thenComparing(each -> each.override().ownerId());

    private final SavedOverrides saved;
    private final Map<String, Map<String, TypeModel>> committed = new HashMap<>();
    private final List<OverridePlan> found = new ArrayList<>();

    private OverridePlanning(ModelDiff diff, SavedOverrides saved) {
        this.saved = saved;
        for (StoredModule module : diff.stored().modules()) {
            committed.put(module.name(), module.snapshot().typesByName());
        }
    }

    /** Of the types that a run of some types only does not look at, it tells nothing. */
    static List<OverridePlan> plan(ModelDiff diff, List<TypePlan> types, SavedOverrides saved, Scope scope) {
        if (saved.isEmpty()) {
            return List.of();
        }
        OverridePlanning planning = new OverridePlanning(diff, saved);
        Map<Long, TypePlan> plans = new HashMap<>();
        for (TypePlan type : types) {
            if (type.diff().stored() != null) {
                plans.put(type.diff().stored().id(), type);
            }
        }
        for (StoredType type : diff.stored().types()) {
            TypePlan plan = plans.get(type.id());
            if (plan != null || scope.types() == null) {
                planning.add(type, plan);
            }
        }
        planning.found.sort(BY_PLACE);
        return planning.found;
    }

    private void add(StoredType stored, @Nullable TypePlan plan) {
        StoredType row = plan == null ? stored : plan.rowAfter();
        for (SettingOverride override : saved.ofType(stored.id())) {
            if (override.propertyId() == null) {
                OverrideState fate = fate(row == null, row == null ? null : row.orphanedSince());
                found.add(plan(row == null ? stored.name() : row.name(), null, override, fate, said(stored, plan)));
            } else {
                stored.properties().stream()
                        .filter(property -> property.id() == override.ownerId())
                        .forEach(property -> add(stored, plan, property, override));
            }
        }
    }

    private void add(StoredType type, @Nullable TypePlan typePlan, StoredProperty stored, SettingOverride override) {
        PropertyPlan plan = typePlan == null ? null : planOf(typePlan, stored);
        StoredType owner = typePlan == null ? type : typePlan.rowAfter();
        StoredProperty row = plan == null ? stored : plan.rowAfter();
        Instant typeSince = owner == null ? null : owner.orphanedSince();
        Instant since = row == null ? null : row.orphanedSince();
        found.add(plan(
                owner == null ? type.name() : owner.name(),
                row == null ? stored.name() : row.name(),
                override,
                fate(owner == null || row == null, since == null ? typeSince : since),
                said(type, stored, plan)));
    }

    private static @Nullable PropertyPlan planOf(TypePlan type, StoredProperty stored) {
        return type.properties().stream()
                .filter(property -> property.diff().stored() != null
                        && property.diff().stored().id() == stored.id())
                .findFirst()
                .orElse(null);
    }

    /** Null for an override of something that lives on. */
    private static @Nullable OverrideState fate(boolean goes, @Nullable Instant orphanedSince) {
        if (goes) {
            return OverrideState.DELETED;
        }
        return orphanedSince == null ? null : OverrideState.RESTING;
    }

    private static OverridePlan plan(
            String type,
            @Nullable String property,
            SettingOverride override,
            @Nullable OverrideState fate,
            Settings said) {
        if (fate != null) {
            return new OverridePlan(type, property, override, null, fate);
        }
        String name = property == null ? type : property;
        SettingKey key = override.key();
        SettingValue now = key == null || !key.appliesTo(override.scope())
                ? null
                : Overlay.defaultOf(key, override.scope(), name, said);
        OverrideState state = OverrideState.of(Overlay.standing(override, name, said));
        return new OverridePlan(type, property, override, now, state);
    }

    /** What is said of a type after the run: by its code, or by the administrator who made it. */
    private Settings said(StoredType stored, @Nullable TypePlan plan) {
        if (plan != null && isCodes(plan.state(), plan.isDeclared())) {
            return Objects.requireNonNull(plan.diff().after()).settings();
        }
        StoredType row = plan == null || plan.rowAfter() == null ? stored : plan.rowAfter();
        return row.origin() == Origin.ADMIN
                ? row.ownSettings()
                : committed(stored).map(TypeModel::settings).orElse(Settings.none());
    }

    private Settings said(StoredType type, StoredProperty stored, @Nullable PropertyPlan plan) {
        if (plan != null && plan.diff().after() != null && isCodes(plan.state(), true)) {
            return plan.diff().after().settings();
        }
        StoredProperty row = plan == null || plan.rowAfter() == null ? stored : plan.rowAfter();
        return row.origin() == Origin.ADMIN
                ? row.ownSettings()
                : committed(type)
                        .flatMap(model -> model.property(stored.name()))
                        .map(PropertyModel::settings)
                        .orElse(Settings.none());
    }

    /** Whether the scanned code is what holds after the run. */
    private static boolean isCodes(ChangeState state, boolean declared) {
        return declared && (state == ChangeState.UPDATED || state == ChangeState.IDENTICAL);
    }

    private Optional<TypeModel> committed(StoredType type) {
        return Optional.ofNullable(type.module())
                .map(module -> committed.getOrDefault(module, Map.of()).get(type.name()));
    }
}
