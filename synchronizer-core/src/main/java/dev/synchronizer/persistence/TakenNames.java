package dev.synchronizer.persistence;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.RowChanges.OwnedProperty;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the names and GUIDs that rows are about to get away from those rows that still have them and are about to get
 * others, as when two types swap their names.
 */
final class TakenNames {
    private final Connection connection;

    TakenNames(Connection connection) {
        this.connection = connection;
    }

    void freeForTypes(List<StoredType> updates) throws SQLException {
        Map<Object, Long> wanted = new HashMap<>();
        updates.forEach(type -> {
            wanted.put(type.name(), type.id());
            wanted.put(type.guid(), type.id());
        });
        Map<Long, List<Object>> held = held(
                "select id, name, guid from ct_type where id in ",
                updates.stream().map(StoredType::id).toList(),
                row -> List.of(row.getString("name"), UUID.fromString(row.getString("guid"))));
        List<Long> inTheWay = inTheWay(held, wanted);
        batch("update ct_type set name = ?, guid = ? where id = ?", inTheWay, (update, id) -> {
            update.setString(1, "~" + id);
            update.setString(2, new UUID(0, id).toString());
            update.setLong(3, id);
        });
    }

    void freeForProperties(List<OwnedProperty> updates) throws SQLException {
        Map<Object, Long> wanted = updates.stream()
                .collect(Collectors.toMap(
                        owned -> List.of(owned.typeId(), owned.property().name()),
                        owned -> owned.property().id(),
                        (one, other) -> other));
        Map<Long, List<Object>> held = held(
                "select id, name, type_id from ct_property where id in ",
                updates.stream().map(owned -> owned.property().id()).toList(),
                row -> List.of(List.of(row.getLong("type_id"), row.getString("name"))));
        batch("update ct_property set name = ? where id = ?", inTheWay(held, wanted), (update, id) -> {
            update.setString(1, "~" + id);
            update.setLong(2, id);
        });
    }

    /** The rows that hold what another one wants. No valid name begins with the sign that they are given instead. */
    private static List<Long> inTheWay(Map<Long, List<Object>> held, Map<Object, Long> wanted) {
        return held.keySet().stream()
                .filter(id -> Objects.requireNonNull(held.get(id)).stream()
                        .map(wanted::get)
                        .anyMatch(other -> other != null && !other.equals(id)))
                .sorted()
                .toList();
    }

    private Map<Long, List<Object>> held(String sql, List<Long> ids, Keys keys) throws SQLException {
        Map<Long, List<Object>> held = new HashMap<>();
        for (int from = 0; from < ids.size(); from += RowWriter.BATCH) {
            List<Long> batch = ids.subList(from, Math.min(ids.size(), from + RowWriter.BATCH));
            String marks = Stream.generate(() -> "?").limit(batch.size()).collect(Collectors.joining(", ", "(", ")"));
            try (PreparedStatement query = connection.prepareStatement(sql + marks)) {
                for (int i = 0; i < batch.size(); i++) {
                    query.setLong(i + 1, batch.get(i));
                }
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        held.put(rows.getLong("id"), keys.of(rows));
                    }
                }
            }
        }
        return held;
    }

    private void batch(String sql, List<Long> ids, Binding binding) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (long id : ids) {
                binding.bind(update, id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private interface Keys {
        List<Object> of(ResultSet row) throws SQLException;
    }

    private interface Binding {
        void bind(PreparedStatement statement, long id) throws SQLException;
    }
}
