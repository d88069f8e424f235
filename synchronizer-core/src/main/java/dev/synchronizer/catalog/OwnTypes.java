package dev.synchronizer.catalog;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.store.StoredReads;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The types that a node serves from its own code, because a newer version of their module has committed: they must not
 * get defaults that this code does not know, and keep what administrators saved.
 */
final class OwnTypes {
    private static final OwnTypes NONE = new OwnTypes();

    private final Map<String, OwnType> byName = new HashMap<>();
    private final Map<Long, OwnType> byId = new HashMap<>();

    private OwnTypes() {}

    static OwnTypes find(StoredReads reads, OwnModels own) {
        Map<String, ModuleVersion> versions = own.versions();
        return isAnyGated(versions, reads) ? of(own.compare(reads.load())) : NONE;
    }

    private static boolean isAnyGated(Map<String, ModuleVersion> own, StoredReads reads) {
        return !own.isEmpty()
                && reads.moduleVersions().entrySet().stream().anyMatch(stored -> {
                    ModuleVersion mine = own.get(stored.getKey());
                    ModuleVersion last = ModuleVersion.of(stored.getValue().orElse(null));
                    return mine != null && mine.compareTo(last) < 0;
                });
    }

    private static OwnTypes of(ModelDiff diff) {
        OwnTypes types = new OwnTypes();
        OwnRows rows = new OwnRows(diff);
        Map<String, @Nullable String> versions = new HashMap<>();
        diff.modules().forEach(module -> versions.put(module.name(), module.version()));
        for (TypeDiff type : diff.types()) {
            TypeModel code = type.after();
            if (type.state() == ChangeState.GATED && code != null) {
                rows.rowOf(type, code).ifPresent(row -> types.add(new OwnType(row, code, versions.get(type.module()))));
            }
        }
        return types;
    }

    private void add(OwnType type) {
        byName.put(type.code().name(), type);
        byId.put(type.stored().id(), type);
    }

    @Nullable
    OwnType named(String name) {
        return byName.get(name);
    }

    /** The type whose row has this id. */
    @Nullable
    OwnType of(long id) {
        return byId.get(id);
    }

    /** Whether a stored type is served from this node's own code, maybe under another name. */
    boolean replaces(StoredType stored) {
        return byId.containsKey(stored.id());
    }

    Collection<OwnType> all() {
        return byName.values();
    }

    /**
     * A type of this node's own code.
     *
     * @param stored its row, with the names and the properties that this code knows, and those that administrators made
     * @param code the type as this code declares it
     * @param version the version of this code
     */
    record OwnType(
            StoredType stored, TypeModel code, @Nullable String version) {
        OwnType {
            if (stored.origin() != Origin.CODE) {
                throw new IllegalArgumentException(stored.name() + " is an administrator's");
            }
        }

        Optional<EffectiveType> overlaid(List<SettingOverride> overrides) {
            return Overlaying.overlay(stored, code, version, overrides);
        }
    }
}
