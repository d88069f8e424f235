package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What the rows of types are sealed with; whoever writes it holds the lock. */
final class TypeChecksums {
    private final OpenDatabase database;

    TypeChecksums(OpenDatabase database) {
        this.database = database;
    }

    Map<Long, Long> all() throws SQLException {
        Map<Long, Long> checksums = new TreeMap<>();
        new Query(database, "select id, checksum from ct_type where checksum is not null")
                .fetching(StoredReader.FETCH_SIZE)
                .each(row -> checksums.put(row.getLong("id"), row.getLong("checksum")));
        return checksums;
    }

    void save(Map<Long, Long> checksums) throws SQLException {
        String sql = "update ct_type set checksum = ? where id = ?";
        Batch.send(database.connection(), sql, new TreeMap<>(checksums).entrySet(), (update, type) -> {
            update.setLong(1, type.getValue());
            update.setLong(2, type.getKey());
        });
    }
}
