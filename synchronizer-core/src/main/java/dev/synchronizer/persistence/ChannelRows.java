package dev.synchronizer.persistence;

import dev.synchronizer.store.StoredChannel;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Where tasks go, and what others know this server by; whoever writes them holds the lock. */
final class ChannelRows {
    private final OpenDatabase database;

    ChannelRows(OpenDatabase database) {
        this.database = database;
    }

    List<StoredChannel> all() throws SQLException {
        return new Query(
                        database,
                        "select kind, name, enabled, held, definition, saved_at, saved_by from ct_channel order by kind, name")
                .list(row -> new StoredChannel(
                        StoredChannel.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getBoolean("enabled"),
                        row.getBoolean("held"),
                        row.getString("definition"),
                        Objects.requireNonNull(Moments.read(row, "saved_at", database.product())),
                        row.getString("saved_by")));
    }

    void save(StoredChannel channel) throws SQLException {
        delete(channel.kind(), channel.name());
        new Query(
                        database,
                        "insert into ct_channel (kind, name, enabled, held, definition, saved_at, saved_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        channel.kind().name(),
                        channel.name(),
                        channel.enabled(),
                        channel.held(),
                        channel.definition(),
                        Moments.stored(channel.savedAt()),
                        channel.savedBy())
                .execute();
    }

    boolean delete(StoredChannel.Kind kind, String name) throws SQLException {
        return new Query(database, "delete from ct_channel where kind = ? and name = ?", kind.name(), name).execute()
                > 0;
    }

    Optional<String> self() throws SQLException {
        return new Query(database, "select server from ct_self where id = 1")
                .list(row -> row.getString("server")).stream().findFirst();
    }

    String requireSelf() throws SQLException {
        Optional<String> known = self();
        if (known.isPresent()) {
            return known.get();
        }
        String made = UUID.randomUUID().toString();
        new Query(database, "insert into ct_self (id, server) values (1, ?)", made).execute();
        return made;
    }
}
