package dev.synchronizer.persistence;

import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.seal.TypeSeal;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types that a transaction writes to, which are sealed at its end by what stands there then. New ones are sealed as they
 * are inserted, and are read only where something is written to them after that.
 */
final class TypeSealing {
    private final OpenDatabase database;
    private final Set<Long> touched = new TreeSet<>();

    TypeSealing(OpenDatabase database) {
        this.database = database;
    }

    /** To be called before the rows are written, while it can still be seen whose they are. */
    void writing(RowChanges changes) throws SQLException {
        changes.updateTypes().stream().map(StoredType::id).forEach(touched::add);
        changes.insertProperties().stream().map(OwnedProperty::typeId).forEach(touched::add);
        changes.updateProperties().stream().map(OwnedProperty::typeId).forEach(touched::add);
        if (!changes.deleteProperties().isEmpty()) {
            touched.addAll(new DefinitionRows(database, true).owners(changes.deleteProperties()));
        }
    }

    void writing(Collection<SettingOverride> overrides) {
        overrides.stream().map(SettingOverride::typeId).forEach(touched::add);
    }

    /** Seals them; those that are gone by now are left out of account. */
    void seal() throws SQLException {
        for (List<Long> some : Query.lists(touched)) {
            Map<Long, List<SettingOverride>> overrides = new HashMap<>();
            new OverrideRows(database)
                    .ofTypes(some)
                    .forEach(override -> overrides
                            .computeIfAbsent(override.typeId(), id -> new ArrayList<>())
                            .add(override));
            Map<Long, Long> seals = new HashMap<>();
            for (StoredType type : new DefinitionRows(database, true).withIds(some)) {
                seals.put(type.id(), TypeSeal.of(type, overrides.getOrDefault(type.id(), List.of())));
            }
            new TypeChecksums(database).save(seals);
        }
        touched.clear();
    }
}
