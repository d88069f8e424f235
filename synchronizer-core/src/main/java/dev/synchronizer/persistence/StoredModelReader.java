package dev.synchronizer.persistence;

import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.ProblemCode;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads all modules, types and properties with one query each. */
final class StoredModelReader {
    /** Enough rows at a time that the way to the server and back does not count, and no result is held twice. */
    private static final int FETCH_SIZE = 5_000;

    private final OpenDatabase database;

    StoredModelReader(OpenDatabase database) {
        this.database = database;
    }

    StoredModel read() throws SQLException {
        List<Long> revision = rows("select schema_version, revision from ct_state where id = 1", row -> {
            Schema.judge(row.getInt("schema_version"), database);
            return row.getLong("revision");
        });
        if (revision.isEmpty()) {
            return StoredModel.empty();
        }
        return new StoredModel(revision.get(0), modules(), types(properties()));
    }

    private List<StoredModule> modules() throws SQLException {
        return rows(
                "select m.name, m.fingerprint, s.snapshot from ct_module m"
                        + " join ct_module_snapshot s on s.module = m.name",
                this::module);
    }

    private StoredModule module(ResultSet row) throws SQLException {
        try {
            return new StoredModule(
                    Compressed.readJson(row.getBytes("snapshot"), ModelJson::read), row.getString("fingerprint"));
        } catch (UncheckedIOException e) {
            throw database.problems()
                    .problem(
                            ProblemCode.DATABASE_FAILED,
                            "the snapshot of module " + row.getString("name") + " is damaged: " + e.getMessage(),
                            e);
        }
    }

    private Map<Long, List<StoredProperty>> properties() throws SQLException {
        Map<Long, List<StoredProperty>> byType = new HashMap<>();
        Map<String, String> shared = new HashMap<>();
        rows(
                "select id, type_id, name, data_type, origin, adopted, orphaned_since from ct_property",
                row -> byType.computeIfAbsent(row.getLong("type_id"), id -> new ArrayList<>())
                        .add(new StoredProperty(
                                row.getLong("id"),
                                once(row.getString("name"), shared),
                                once(row.getString("data_type"), shared),
                                Origin.valueOf(row.getString("origin")),
                                row.getBoolean("adopted"),
                                Moments.read(row, "orphaned_since"))));
        return byType;
    }

    private static String once(String text, Map<String, String> shared) {
        String first = shared.putIfAbsent(text, text);
        return first == null ? text : first;
    }

    private List<StoredType> types(Map<Long, List<StoredProperty>> properties) throws SQLException {
        return rows(
                "select id, guid, name, class_name, module, origin, adopted, orphaned_since from ct_type",
                row -> new StoredType(
                        row.getLong("id"),
                        UUID.fromString(row.getString("guid")),
                        row.getString("name"),
                        row.getString("class_name"),
                        row.getString("module"),
                        Origin.valueOf(row.getString("origin")),
                        row.getBoolean("adopted"),
                        Moments.read(row, "orphaned_since"),
                        properties.getOrDefault(row.getLong("id"), List.of())));
    }

    private <T> List<T> rows(String sql, Row<T> row) throws SQLException {
        List<T> read = new ArrayList<>();
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            query.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    read.add(row.read(rows));
                }
            }
        }
        return read;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
