package dev.synchronizer.persistence;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What administrators saved; whoever writes it holds the lock. */
final class OverrideRows {
    private static final String SELECT =
            "select type_id, property_id, setting, saved_value, saved_by, saved_at, default_then from ct_override";

    private final OpenDatabase database;

    OverrideRows(OpenDatabase database) {
        this.database = database;
    }

    List<SettingOverride> all() throws SQLException {
        try (PreparedStatement query = database.connection().prepareStatement(SELECT)) {
            return read(query);
        }
    }

    List<SettingOverride> ofType(long typeId) throws SQLException {
        try (PreparedStatement query =
                database.connection().prepareStatement(SELECT + " where type_id = ? order by owner_id, setting")) {
            query.setLong(1, typeId);
            return read(query);
        }
    }

    List<SettingOverride> ofTypes(List<Long> typeIds) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(typeIds.size(), "?"));
        try (PreparedStatement query =
                database.connection().prepareStatement(SELECT + " where type_id in (" + marks + ")")) {
            for (int i = 0; i < typeIds.size(); i++) {
                query.setLong(i + 1, typeIds.get(i));
            }
            return read(query);
        }
    }

    void save(Collection<SettingOverride> overrides) throws SQLException {
        String update = "update ct_override set saved_value = ?, saved_by = ?, saved_at = ?, default_then = ?"
                + " where owner_id = ? and setting = ?";
        String insert = "insert into ct_override (saved_value, saved_by, saved_at, default_then, owner_id, setting,"
                + " type_id, property_id) values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement updating = database.connection().prepareStatement(update);
                PreparedStatement inserting = database.connection().prepareStatement(insert)) {
            for (SettingOverride override : overrides) {
                bind(updating, override);
                if (updating.executeUpdate() == 0) {
                    bind(inserting, override);
                    inserting.setLong(7, override.typeId());
                    Numbers.bind(inserting, 8, override.propertyId());
                    inserting.executeUpdate();
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, SettingOverride override) throws SQLException {
        statement.setString(1, json(override.value()));
        statement.setString(2, override.savedBy());
        statement.setObject(3, Moments.stored(override.savedAt()));
        statement.setString(4, json(override.defaultThen()));
        statement.setLong(5, override.ownerId());
        statement.setString(6, override.setting());
    }

    void delete(Collection<SettingOverride> overrides) throws SQLException {
        try (PreparedStatement delete =
                database.connection().prepareStatement("delete from ct_override where owner_id = ? and setting = ?")) {
            for (SettingOverride override : overrides) {
                delete.setLong(1, override.ownerId());
                delete.setString(2, override.setting());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private List<SettingOverride> read(PreparedStatement query) throws SQLException {
        List<SettingOverride> overrides = new ArrayList<>();
        query.setFetchSize(StoredReader.FETCH_SIZE);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                long property = rows.getLong("property_id");
                overrides.add(new SettingOverride(
                        rows.getLong("type_id"),
                        property == 0 ? null : property,
                        rows.getString("setting"),
                        value(rows.getString("saved_value")),
                        rows.getString("saved_by"),
                        Objects.requireNonNull(Moments.read(rows, "saved_at", database.product())),
                        value(rows.getString("default_then"))));
            }
        }
        return overrides;
    }

    private static String json(@Nullable SettingValue value) {
        return JsonOut.compact(out -> ModelJson.writeValue(value, out));
    }

    /** What a newer release may have saved in a form that is not known here is a text that no setting makes use of. */
    private static @Nullable SettingValue value(String json) {
        try {
            // A null is a value too, which a result of its own cannot be.
            List<@Nullable SettingValue> value = new ArrayList<>();
            JsonIn.read(json, in -> value.add(ModelJson.readValue(in)));
            return value.get(0);
        } catch (UncheckedIOException e) {
            return SettingValue.of(json);
        }
    }
}
