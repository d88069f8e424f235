package dev.synchronizer.undo;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.TypePlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the plan of a run's inverse what only the record of the run knows: former GUIDs, and how long orphans had stood. */
final class FormerRows {
    private final BeforeRun run;
    private final Set<Long> made;
    private final StoredModel now;

    FormerRows(BeforeRun run, StoredModel now) {
        this.run = run;
        this.made = run.made();
        this.now = now;
    }

    TypePlan restored(TypePlan type) {
        StoredType row = type.rowAfter();
        List<PropertyPlan> properties =
                type.properties().stream().map(each -> restored(type, each)).toList();
        if (row == null) {
            return told(type, null, properties);
        }
        return told(type, type.action() == Action.CREATE ? withFormerGuid(row) : withFormerMark(row), properties);
    }

    private StoredType withFormerGuid(StoredType row) {
        return run.touched().stream()
                .filter(each -> each.isType() && each.type().equals(row.name()) && each.guid() != null)
                .filter(each -> now.types().stream()
                        .noneMatch(other -> other.guid().equals(each.guid()) && !made.contains(other.id())))
                .findFirst()
                .map(each -> row.withGuid(Objects.requireNonNull(each.guid())))
                .orElse(row);
    }

    private StoredType withFormerMark(StoredType row) {
        BeforeRun.Touched former = run.type(row.id());
        return former == null || !former.orphaned() || row.orphanedSince() == null
                ? row
                : row.withOrphanedSince(former.orphanedSince());
    }

    private PropertyPlan restored(TypePlan type, PropertyPlan property) {
        StoredProperty row = property.rowAfter();
        PropertyPlan told = isUndone(type, property.diff())
                ? property.with(property.diff().withReasons(List.of(Reason.RUN_UNDONE)))
                : property;
        return row == null || row.orphanedSince() == null
                ? told
                : told.withRow(former(row)
                        .map(each -> row.withOrphanedSince(each.orphanedSince()))
                        .orElse(row));
    }

    private Optional<BeforeRun.Touched> former(StoredProperty row) {
        return run.touched().stream()
                .filter(each -> Objects.equals(each.propertyId(), row.id()) && each.orphaned())
                .findFirst();
    }

    private boolean isUndone(TypePlan type, PropertyDiff property) {
        StoredType stored = type.diff().stored();
        boolean withItsType = stored != null && made.contains(stored.id());
        boolean itself =
                property.stored() != null && made.contains(property.stored().id());
        return property.state() == ChangeState.ORPHANED && (withItsType || itself);
    }

    private TypePlan told(TypePlan type, @Nullable StoredType row, List<PropertyPlan> properties) {
        TypeDiff diff = type.diff();
        boolean undone = diff.state() == ChangeState.ORPHANED
                && diff.stored() != null
                && made.contains(diff.stored().id());
        List<Reason> reasons = undone ? List.of(Reason.RUN_UNDONE) : diff.reasons();
        List<PropertyDiff> diffs = properties.stream().map(PropertyPlan::diff).toList();
        return type.with(diff.with(reasons, diffs)).withRows(row, properties);
    }
}
