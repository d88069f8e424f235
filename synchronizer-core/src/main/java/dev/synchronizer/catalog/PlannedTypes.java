package dev.synchronizer.catalog;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The types as the application will see them once a plan is carried out. */
public final class PlannedTypes {
    private final Map<String, KnownType> byName = new TreeMap<>();
    private final Map<String, String> newNames = new HashMap<>();
    private final Map<Long, List<SettingOverride>> overrides = new HashMap<>();
    private final Map<String, Optional<EffectiveType>> overlaid = new HashMap<>();

    private PlannedTypes(SyncPlan plan, StoredModel stored) {
        Map<Long, KnownType> known = KnownType.all(stored);
        for (TypePlan type : plan.types()) {
            StoredType before = type.diff().stored();
            add(type, before == null ? null : known.remove(before.id()));
        }
        known.values().forEach(type -> byName.put(type.stored().name(), type));
        stored.overrides()
                .forEach(override -> overrides
                        .computeIfAbsent(override.typeId(), id -> new ArrayList<>())
                        .add(override));
    }

    /**
     * As a plan leaves them.
     *
     * @param stored what the plan was made of
     */
    public static PlannedTypes of(SyncPlan plan, StoredModel stored) {
        return new PlannedTypes(plan, stored);
    }

    private void add(TypePlan type, @Nullable KnownType before) {
        StoredType row = type.rowAfter();
        if (row == null) {
            return;
        }
        if (before != null && !before.stored().name().equals(row.name())) {
            newNames.put(before.stored().name(), row.name());
        }
        TypeModel code = type.diff().after();
        if (code != null && isProcessed(type)) {
            byName.put(row.name(), new KnownType(row.withProperties(rows(type)), code, null));
        } else if (before != null && type.state() != ChangeState.ORPHANED) {
            byName.put(row.name(), before);
        }
    }

    /** Whether the scanned code is what holds then. */
    private static boolean isProcessed(TypePlan type) {
        return type.state() != ChangeState.GATED && type.state() != ChangeState.CONFLICT;
    }

    private static List<StoredProperty> rows(TypePlan type) {
        List<StoredProperty> rows = new ArrayList<>();
        Set<Long> planned = new HashSet<>();
        for (PropertyPlan property : type.properties()) {
            if (property.diff().stored() != null) {
                planned.add(property.diff().stored().id());
            }
            if (property.rowAfter() != null) {
                rows.add(property.rowAfter());
            }
        }
        StoredType before = type.diff().stored();
        if (before != null) {
            before.properties().stream()
                    .filter(property -> !planned.contains(property.id()))
                    .forEach(rows::add);
        }
        return rows;
    }

    /** The type that will be in use under a name. */
    public Optional<EffectiveType> type(String name) {
        return overlaid.computeIfAbsent(name, this::overlay);
    }

    private Optional<EffectiveType> overlay(String name) {
        KnownType type = byName.get(name);
        return type == null
                ? Optional.empty()
                : Overlaying.overlay(
                        type.stored(),
                        type.code(),
                        type.moduleVersion(),
                        overrides.getOrDefault(type.stored().id(), List.of()));
    }

    /** All that will be in use, by name. */
    public List<EffectiveType> all() {
        return byName.keySet().stream().flatMap(name -> type(name).stream()).toList();
    }

    /** What a type will be called that has another name now. */
    public Optional<String> newName(String name) {
        return Optional.ofNullable(newNames.get(name));
    }
}
