package dev.synchronizer.persistence;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of types and properties. */
final class DefinitionRows {
    private final OpenDatabase database;
    private final String ownSettings;
    private final @Nullable Map<Long, Long> seals;
    private final Map<String, String> shared = new HashMap<>();

    /** @param withOwnSettings whether the schema has the columns for what administrators define */
    DefinitionRows(OpenDatabase database, boolean withOwnSettings) {
        this(database, withOwnSettings, null);
    }

    /** @param seals is given the seals of all types that are read; null where the schema has none, or they do not matter */
    DefinitionRows(OpenDatabase database, boolean withOwnSettings, @Nullable Map<Long, Long> seals) {
        this.database = database;
        this.ownSettings = withOwnSettings ? "own_settings" : "null as own_settings";
        this.seals = seals;
    }

    List<StoredType> all() throws SQLException {
        Map<Long, List<StoredProperty>> properties = new HashMap<>();
        properties(selectProperties(), properties);
        return types(selectTypes(), properties);
    }

    Optional<StoredType> type(String name) throws SQLException {
        List<StoredType> found = types(selectTypes().add(" where name = ?", name), Map.of());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StoredType type = found.get(0);
        Map<Long, List<StoredProperty>> properties = new HashMap<>();
        properties(selectProperties().add(" where type_id = ?", type.id()), properties);
        return Optional.of(type.withProperties(properties.getOrDefault(type.id(), List.of())));
    }

    /** Types by their ids, in the order of these. */
    List<StoredType> withIds(Collection<Long> ids) throws SQLException {
        Map<Long, List<StoredProperty>> properties = new HashMap<>();
        List<StoredType> types = new ArrayList<>();
        for (List<Long> list : Query.lists(new TreeSet<>(ids))) {
            properties(selectProperties().add(" where type_id").in(list), properties);
            types.addAll(types(selectTypes().add(" where id").in(list).add(" order by id"), properties));
        }
        return types;
    }

    /** The ids of the types that have these properties. */
    Set<Long> owners(Collection<Long> properties) throws SQLException {
        Set<Long> owners = new TreeSet<>();
        for (List<Long> list : Query.lists(properties)) {
            new Query(database, "select type_id from ct_property where id")
                    .in(list)
                    .each(row -> owners.add(row.getLong("type_id")));
        }
        return owners;
    }

    private Query selectProperties() {
        return new Query(
                database,
                "select id, type_id, name, data_type, origin, adopted, orphaned_since, " + ownSettings
                        + " from ct_property");
    }

    private Query selectTypes() {
        return new Query(
                database,
                "select id, guid, name, class_name, module, origin, adopted, orphaned_since, " + ownSettings
                        + (seals == null ? "" : ", checksum") + " from ct_type");
    }

    private void properties(Query query, Map<Long, List<StoredProperty>> byType) throws SQLException {
        query.fetching(StoredReader.FETCH_SIZE)
                .each(row -> byType.computeIfAbsent(row.getLong("type_id"), id -> new ArrayList<>())
                        .add(new StoredProperty(
                                row.getLong("id"),
                                once(row.getString("name")),
                                once(row.getString("data_type")),
                                Origin.valueOf(row.getString("origin")),
                                row.getBoolean("adopted"),
                                Moments.read(row, "orphaned_since", database.product()),
                                settings(row.getString("own_settings")))));
    }

    private List<StoredType> types(Query query, Map<Long, List<StoredProperty>> properties) throws SQLException {
        return query.fetching(StoredReader.FETCH_SIZE).list(row -> type(row, properties));
    }

    private StoredType type(ResultSet row, Map<Long, List<StoredProperty>> properties) throws SQLException {
        long id = row.getLong("id");
        Long seal = seals == null ? null : Numbers.readOrNull(row, "checksum");
        if (seals != null && seal != null) {
            seals.put(id, seal);
        }
        return new StoredType(
                id,
                UUID.fromString(row.getString("guid")),
                row.getString("name"),
                row.getString("class_name"),
                row.getString("module"),
                Origin.valueOf(row.getString("origin")),
                row.getBoolean("adopted"),
                Moments.read(row, "orphaned_since", database.product()),
                settings(row.getString("own_settings")),
                properties.getOrDefault(id, List.of()));
    }

    /** A hundred thousand properties have a few hundred different names. */
    private String once(String text) {
        String first = shared.putIfAbsent(text, text);
        return first == null ? text : first;
    }

    private static Settings settings(@Nullable String json) {
        return json == null ? Settings.none() : JsonIn.read(json, ModelJson::readSettings);
    }

    /** The form in the column for an administrator's structural settings. */
    static @Nullable String json(Settings settings) {
        return settings.isEmpty() ? null : JsonOut.compact(out -> ModelJson.writeSettings(settings, out));
    }
}
