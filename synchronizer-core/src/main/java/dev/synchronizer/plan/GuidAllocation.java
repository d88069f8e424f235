package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives every type its GUID: the declared one, the stored one, or one derived from its oldest name (C1). */
final class GuidAllocation {
    private final Set<UUID> taken = new HashSet<>();

    GuidAllocation(ModelDiff diff) {
        diff.stored().types().forEach(type -> taken.add(type.guid()));
        for (TypeDiff type : diff.types()) {
            UUID declared = type.after() == null ? null : declared(type.after());
            if (declared != null && type.state() != ChangeState.GATED) {
                taken.add(declared);
            }
        }
    }

    /** The GUID of a type that is stored: one that code declares now is adopted. */
    static UUID stored(StoredType stored, TypeModel code) {
        UUID declared = declared(code);
        return declared == null ? stored.guid() : declared;
    }

    /** The GUID of a type that is not stored yet. */
    UUID created(TypeModel code) {
        UUID declared = declared(code);
        return declared == null ? TypeGuid.deriveFree(code.oldestName(), taken) : declared;
    }

    private static @Nullable UUID declared(TypeModel code) {
        return code.guid() == null ? null : TypeGuid.parse(code.guid());
    }
}
