package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where each part of things comes from, and which changes of other servers have come. */
final class StampRows {
    private final OpenDatabase database;

    StampRows(OpenDatabase database) {
        this.database = database;
    }

    Map<String, String> stamps(Collection<String> keys) throws SQLException {
        Map<String, String> stamps = new HashMap<>();
        for (List<String> list : Query.lists(new TreeSet<>(keys))) {
            new Query(database, "select task_key, stamps from ct_stamp where task_key")
                    .in(list)
                    .each(row -> stamps.put(row.getString("task_key"), row.getString("stamps")));
        }
        return stamps;
    }

    /** Whoever writes them has the thing itself locked, so that no other one inserts the same meanwhile. */
    void save(Map<String, String> stamps) throws SQLException {
        Map<String, String> sorted = new TreeMap<>(stamps);
        Map<String, String> there = stamps(sorted.keySet());
        Map<String, String> added = new TreeMap<>(sorted);
        added.keySet().removeAll(there.keySet());
        sorted.keySet().retainAll(there.keySet());
        Batch.send(
                database.connection(),
                "update ct_stamp set stamps = ? where task_key = ?",
                sorted.entrySet(),
                (update, entry) -> {
                    update.setString(1, entry.getValue());
                    update.setString(2, entry.getKey());
                });
        Batch.send(
                database.connection(),
                "insert into ct_stamp (stamps, task_key) values (?, ?)",
                added.entrySet(),
                (insert, entry) -> {
                    insert.setString(1, entry.getValue());
                    insert.setString(2, entry.getKey());
                });
    }

    /** Two that receive the same at once have the thing itself locked, one after the other. */
    Set<String> receive(Collection<String> changes, Instant at) throws SQLException {
        Set<String> fresh = new TreeSet<>(changes);
        fresh.removeAll(received(fresh));
        Batch.send(
                database.connection(),
                "insert into ct_receipt (change_id, received_at) values (?, ?)",
                new ArrayList<>(fresh),
                (insert, change) -> {
                    insert.setString(1, change);
                    insert.setObject(2, Moments.stored(at));
                });
        return fresh;
    }

    Set<String> received(Collection<String> changes) throws SQLException {
        Set<String> known = new HashSet<>();
        for (List<String> list : Query.lists(new TreeSet<>(changes))) {
            new Query(database, "select change_id from ct_receipt where change_id")
                    .in(list)
                    .each(row -> known.add(row.getString("change_id")));
        }
        return known;
    }
}
