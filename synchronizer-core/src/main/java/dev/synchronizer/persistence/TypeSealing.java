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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The types that a transaction writes to, which are sealed anew at its end: what did not fit its seal before fits it no better
 * then. New ones are sealed as they are inserted, and are read only where something is written to them after that.
 */
final class TypeSealing {
    private final OpenDatabase database;
    /** By their ids: what their seals differ from those that would have fitted before. */
    private final Map<Long, Long> touched = new TreeMap<>();

    TypeSealing(OpenDatabase database) {
        this.database = database;
    }

    /** To be called before the rows are written, while it can still be seen whose they are. */
    void writing(RowChanges changes) throws SQLException {
        Set<Long> types = new TreeSet<>();
        changes.updateTypes().stream().map(StoredType::id).forEach(types::add);
        changes.insertProperties().stream().map(OwnedProperty::typeId).forEach(types::add);
        changes.updateProperties().stream().map(OwnedProperty::typeId).forEach(types::add);
        if (!changes.deleteProperties().isEmpty()) {
            types.addAll(new DefinitionRows(database, true).owners(changes.deleteProperties()));
        }
        touch(types);
    }

    void writing(Collection<SettingOverride> overrides) throws SQLException {
        touch(overrides.stream().map(SettingOverride::typeId).collect(Collectors.toSet()));
    }

    private void touch(Set<Long> types) throws SQLException {
        Set<Long> first = new TreeSet<>(types);
        first.removeAll(touched.keySet());
        first.forEach(type -> touched.put(type, 0L));
        Map<Long, Long> sealed = new HashMap<>();
        Map<Long, Long> fitting = seals(first, sealed);
        sealed.forEach((type, seal) -> touched.put(type, seal ^ fitting.getOrDefault(type, seal)));
    }

    /** Seals them; those that are gone by now are left out of account. */
    void seal() throws SQLException {
        Map<Long, Long> seals = seals(touched.keySet(), new HashMap<>());
        seals.replaceAll((type, fitting) -> fitting ^ touched.getOrDefault(type, 0L));
        new TypeChecksums(database).save(seals);
        touched.clear();
    }

    /**
     * The seals that would fit types as they stand.
     *
     * @param sealed is given those that they have
     */
    private Map<Long, Long> seals(Collection<Long> types, Map<Long, Long> sealed) throws SQLException {
        Map<Long, Long> fitting = new HashMap<>();
        for (List<Long> some : Query.lists(types)) {
            Map<Long, List<SettingOverride>> overrides = new HashMap<>();
            new OverrideRows(database)
                    .ofTypes(some)
                    .forEach(override -> overrides
                            .computeIfAbsent(override.typeId(), id -> new ArrayList<>())
                            .add(override));
            for (StoredType type : new DefinitionRows(database, true, sealed).withIds(some)) {
                fitting.put(type.id(), TypeSeal.of(type, overrides.getOrDefault(type.id(), List.of())));
            }
        }
        return fitting;
    }
}
