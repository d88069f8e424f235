package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
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

    /** The keys of what nobody had stamped when it was read in this transaction. */
    private final Set<String> unstamped = new HashSet<>();

    StampRows(OpenDatabase database) {
        this.database = database;
    }

    /** Nobody else writes them until the transaction ends. */
    Map<String, String> stamps(Collection<String> keys) throws SQLException {
        Map<String, String> stamps = new HashMap<>();
        for (List<String> list : Query.lists(new TreeSet<>(keys))) {
            new Query(database, "select task_key, stamps from ct_stamp where task_key")
                    .in(list)
                    .add(" order by task_key" + database.product().lockingRows())
                    .each(row -> stamps.put(row.getString("task_key"), row.getString("stamps")));
        }
        unstamped.addAll(keys);
        unstamped.removeAll(stamps.keySet());
        return stamps;
    }

    /** A thing that is not there cannot be locked: who finds that somebody else has stamped it since it was read begins again. */
    void save(Map<String, String> stamps) throws SQLException {
        Map<String, String> sorted = new TreeMap<>(stamps);
        Set<String> unread = new TreeSet<>(sorted.keySet());
        unread.removeAll(unstamped);
        Set<String> there = unread.isEmpty() ? unread : stamps(unread).keySet();
        Map<String, String> added = new TreeMap<>(sorted);
        added.keySet().removeAll(there);
        sorted.keySet().retainAll(there);
        Batch.send(
                database.connection(),
                "update ct_stamp set stamps = ? where task_key = ?",
                sorted.entrySet(),
                (update, entry) -> {
                    update.setString(1, entry.getValue());
                    update.setString(2, entry.getKey());
                });
        orGiveWay(() -> Batch.send(
                database.connection(),
                "insert into ct_stamp (stamps, task_key) values (?, ?)",
                added.entrySet(),
                (insert, entry) -> {
                    insert.setString(1, entry.getValue());
                    insert.setString(2, entry.getKey());
                }));
        unstamped.removeAll(added.keySet());
    }

    private interface Insert {
        void send() throws SQLException;
    }

    /** Somebody else was quicker, as where two wait for each other. */
    private static void orGiveWay(Insert insert) throws SQLException {
        try {
            insert.send();
        } catch (SQLException e) {
            throw SqlErrors.isDuplicate(e)
                    ? new SQLTransactionRollbackException(e.getMessage(), SqlErrors.GAVE_WAY, e)
                    : e;
        }
    }

    /** Those that have not come before; of two that receive the same at once, one begins again. */
    Set<String> receive(Collection<String> changes, Instant at) throws SQLException {
        Set<String> fresh = new TreeSet<>(changes);
        fresh.removeAll(received(fresh));
        orGiveWay(() -> Batch.send(
                database.connection(),
                "insert into ct_receipt (change_id, received_at) values (?, ?)",
                new ArrayList<>(fresh),
                (insert, change) -> {
                    insert.setString(1, change);
                    insert.setObject(2, Moments.stored(at));
                }));
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
