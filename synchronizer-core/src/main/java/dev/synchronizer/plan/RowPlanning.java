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
    private final OwnSettings ownSettings;
    private final Instant now;

    RowPlanning(GuidAllocation guids, OwnSettings ownSettings, Instant now) {
        this.guids = guids;
        this.ownSettings = ownSettings;
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
        return diff.state() == ChangeState.ORPHANED ? marked(stored) : returned(stored, diff.before());
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

    private StoredType returned(StoredType row, @Nullable TypeModel committed) {
        return new StoredType(
                row.id(),
                row.guid(),
                row.name(),
                null,
                null,
                Origin.ADMIN,
                false,
                null,
                ownSettings.ofReturned(row, committed),
                List.of());
    }

    @Nullable
    StoredProperty after(TypeDiff type, PropertyDiff diff, Action action) {
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
            return declaredRow(stored, code);
        }
        return diff.state() == ChangeState.ORPHANED
                ? orphan(stored, ownSettingsOfOrphan(type, diff, stored))
                : returned(stored, diff.before());
    }

    private static StoredProperty declaredRow(StoredProperty stored, PropertyModel code) {
        boolean adopted = stored.adopted() || stored.origin() == Origin.ADMIN;
        return new StoredProperty(
                stored.id(),
                code.name(),
                code.type().storedForm(),
                Origin.CODE,
                adopted,
                null,
                adopted ? OwnSettings.resting(stored, code) : Settings.none());
    }

    private StoredProperty orphan(StoredProperty row, Settings own) {
        Instant since = row.orphanedSince() == null ? now : row.orphanedSince();
        return new StoredProperty(row.id(), row.name(), row.dataType(), Origin.CODE, row.adopted(), since, own);
    }

    private StoredProperty returned(StoredProperty row, @Nullable PropertyModel committed) {
        return new StoredProperty(
                row.id(),
                row.name(),
                row.dataType(),
                Origin.ADMIN,
                false,
                null,
                ownSettings.ofReturned(row, committed));
    }

    /** Whether the row of an orphan that stays marked has to take up what the snapshot will no longer tell. */
    boolean changesKept(TypeDiff type, PropertyDiff orphan) {
        StoredProperty stored = orphan.stored();
        return stored != null && !ownSettingsOfOrphan(type, orphan, stored).equals(stored.ownSettings());
    }

    private static Settings ownSettingsOfOrphan(TypeDiff type, PropertyDiff diff, StoredProperty stored) {
        return type.goesToAdministrators() ? OwnSettings.ofOrphan(stored, diff.before()) : stored.ownSettings();
    }
}
