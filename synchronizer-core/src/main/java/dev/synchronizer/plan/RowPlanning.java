package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what stands in the rows of types and properties after a run. */
final class RowPlanning {
    private final GuidAllocation guids;
    private final Instant now;

    RowPlanning(GuidAllocation guids, Instant now) {
        this.guids = guids;
        this.now = now;
    }

    @Nullable
    StoredType after(TypeDiff diff, Action action) {
        StoredType stored = diff.stored();
        TypeModel code = diff.after();
        if (action == Action.DELETE) {
            return null;
        }
        if (action == Action.CREATE && code != null) {
            return declaredRow(0, guids.created(code), diff, code, false, Settings.none());
        }
        if (stored == null || action != Action.UPDATE) {
            return stored == null ? null : stored.withProperties(List.of());
        }
        if (code != null) {
            boolean adopted = stored.adopted() || stored.origin() == Origin.ADMIN;
            return declaredRow(
                    stored.id(), GuidAllocation.stored(stored, code), diff, code, adopted, stored.ownSettings());
        }
        return diff.state() == ChangeState.ORPHANED ? marked(stored) : returned(stored);
    }

    private static StoredType declaredRow(
            long id, UUID guid, TypeDiff diff, TypeModel code, boolean adopted, Settings ownSettings) {
        return new StoredType(
                id,
                guid,
                code.name(),
                code.className(),
                diff.module(),
                Origin.CODE,
                adopted,
                null,
                ownSettings,
                List.of());
    }

    private StoredType marked(StoredType row) {
        return new StoredType(
                row.id(),
                row.guid(),
                row.name(),
                row.className(),
                row.module(),
                row.origin(),
                row.adopted(),
                now,
                row.ownSettings(),
                List.of());
    }

    private static StoredType returned(StoredType row) {
        return new StoredType(
                row.id(), row.guid(), row.name(), null, null, Origin.ADMIN, false, null, row.ownSettings(), List.of());
    }

    @Nullable
    StoredProperty after(PropertyDiff diff, Action action) {
        StoredProperty stored = diff.stored();
        PropertyModel code = diff.after();
        if (action == Action.DELETE) {
            return null;
        }
        if (action == Action.CREATE && code != null) {
            return new StoredProperty(0, code.name(), code.type().storedForm(), Origin.CODE, false, null);
        }
        if (stored == null || action != Action.UPDATE) {
            return stored;
        }
        if (code != null) {
            boolean adopted = stored.adopted() || stored.origin() == Origin.ADMIN;
            return new StoredProperty(
                    stored.id(),
                    code.name(),
                    code.type().storedForm(),
                    Origin.CODE,
                    adopted,
                    null,
                    stored.ownSettings());
        }
        boolean orphan = diff.state() == ChangeState.ORPHANED;
        return new StoredProperty(
                stored.id(),
                stored.name(),
                stored.dataType(),
                orphan ? Origin.CODE : Origin.ADMIN,
                orphan && stored.adopted(),
                orphan ? now : null,
                stored.ownSettings());
    }
}
