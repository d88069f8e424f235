package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What items are sealed with, in the order of their ids, so that two that write some of the same do not wait for each other. */
final class ItemSeals {
    private final OpenDatabase database;

    ItemSeals(OpenDatabase database) {
        this.database = database;
    }

    /** The database does it by itself, so that nothing is read; what is not sealed stays so. */
    void change(Map<UUID, Long> differences) throws SQLException {
        String changed = switch (database.product()) {
            case H2 -> "bitxor(checksum, cast(? as bigint))";
            case POSTGRESQL -> "checksum # ?";
            // Its bits are those of a number without a sign.
            case MARIADB -> "cast(checksum ^ ? as signed)";
        };
        send("update ct_item set checksum = " + changed + " where id = ?", differences);
    }

    void save(Map<UUID, Long> checksums) throws SQLException {
        send("update ct_item set checksum = ? where id = ?", checksums);
    }

    private void send(String sql, Map<UUID, Long> seals) throws SQLException {
        Map<UUID, Long> sorted = new TreeMap<>(Ids.ORDER);
        sorted.putAll(seals);
        Batch.send(database.connection(), sql, sorted.entrySet(), (update, item) -> {
            update.setLong(1, item.getValue());
            Ids.bind(update, 2, item.getKey(), database.product());
        });
    }
}
