package dev.synchronizer.persistence;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of types and properties. */
final class DefinitionRows {
    private final Connection connection;
    private final String ownSettings;
    private final Map<String, String> shared = new HashMap<>();

    /** @param withOwnSettings whether the schema has the columns for what administrators define */
    DefinitionRows(Connection connection, boolean withOwnSettings) {
        this.connection = connection;
        this.ownSettings = withOwnSettings ? "own_settings" : "null as own_settings";
    }

    List<StoredType> all() throws SQLException {
        Map<Long, List<StoredProperty>> properties = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(propertiesSql())) {
            properties(query, properties);
        }
        try (PreparedStatement query = connection.prepareStatement(typesSql())) {
            return types(query, properties);
        }
    }

    Optional<StoredType> type(String name) throws SQLException {
        List<StoredType> found;
        try (PreparedStatement query = connection.prepareStatement(typesSql() + " where name = ?")) {
            query.setString(1, name);
            found = types(query, Map.of());
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StoredType type = found.get(0);
        Map<Long, List<StoredProperty>> properties = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(propertiesSql() + " where type_id = ?")) {
            query.setLong(1, type.id());
            properties(query, properties);
        }
        return Optional.of(type.withProperties(properties.getOrDefault(type.id(), List.of())));
    }

    private String propertiesSql() {
        return "select id, type_id, name, data_type, origin, adopted, orphaned_since, " + ownSettings
                + " from ct_property";
    }

    private String typesSql() {
        return "select id, guid, name, class_name, module, origin, adopted, orphaned_since, " + ownSettings
                + " from ct_type";
    }

    private void properties(PreparedStatement query, Map<Long, List<StoredProperty>> byType) throws SQLException {
        query.setFetchSize(StoredReader.FETCH_SIZE);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                byType.computeIfAbsent(row.getLong("type_id"), id -> new ArrayList<>())
                        .add(new StoredProperty(
                                row.getLong("id"),
                                once(row.getString("name")),
                                once(row.getString("data_type")),
                                Origin.valueOf(row.getString("origin")),
                                row.getBoolean("adopted"),
                                Moments.read(row, "orphaned_since"),
                                settings(row.getString("own_settings"))));
            }
        }
    }

    private static List<StoredType> types(PreparedStatement query, Map<Long, List<StoredProperty>> properties)
            throws SQLException {
        List<StoredType> types = new ArrayList<>();
        query.setFetchSize(StoredReader.FETCH_SIZE);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                types.add(new StoredType(
                        row.getLong("id"),
                        UUID.fromString(row.getString("guid")),
                        row.getString("name"),
                        row.getString("class_name"),
                        row.getString("module"),
                        Origin.valueOf(row.getString("origin")),
                        row.getBoolean("adopted"),
                        Moments.read(row, "orphaned_since"),
                        settings(row.getString("own_settings")),
                        properties.getOrDefault(row.getLong("id"), List.of())));
            }
        }
        return types;
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
