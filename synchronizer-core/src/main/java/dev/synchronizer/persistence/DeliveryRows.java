package dev.synchronizer.persistence;

import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.TaskQueue.Filter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** How far tasks have come on their ways. */
final class DeliveryRows {
    private static final String COLUMNS = "task_id, channel, key_hash, creates, first_task, delivery_state, waiting,"
            + " attempts, uncertain, due_at, worker, waits_for, outcome, ended_at";

    private static final String SKIPPING = " for update skip locked";

    private static final String IN_LINE = " where channel = ? and waiting = true and key_hash";

    /** So many of one key are read at most where there are very many. */
    private static final int MOST_OF_KEY = 501;

    /** Where all keys together have fewer, one query reads them all; it has to exceed the keys of one list. */
    private static final int FEW = 2_000;

    private final OpenDatabase database;

    DeliveryRows(OpenDatabase database) {
        this.database = database;
    }

    void add(Collection<StoredDelivery> deliveries) throws SQLException {
        String sql = "insert into ct_delivery (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Batch.send(database.connection(), sql, deliveries, (insert, delivery) -> {
            insert.setLong(1, delivery.task());
            insert.setString(2, delivery.channel());
            insert.setLong(3, delivery.keyHash());
            bind(insert, 4, delivery);
        });
    }

    void update(Collection<StoredDelivery> deliveries) throws SQLException {
        String sql = "update ct_delivery set creates = ?, first_task = ?, delivery_state = ?, waiting = ?,"
                + " attempts = ?, uncertain = ?, due_at = ?, worker = ?, waits_for = ?, outcome = ?, ended_at = ?"
                + " where task_id = ? and channel = ?";
        Batch.send(database.connection(), sql, deliveries, (update, delivery) -> {
            int next = bind(update, 1, delivery);
            update.setLong(next, delivery.task());
            update.setString(next + 1, delivery.channel());
        });
    }

    private static int bind(PreparedStatement statement, int first, StoredDelivery delivery) throws SQLException {
        int at = first;
        statement.setBoolean(at++, delivery.creates());
        statement.setLong(at++, delivery.firstTask());
        statement.setString(at++, delivery.state().name());
        statement.setBoolean(at++, delivery.inLine());
        statement.setInt(at++, delivery.attempts());
        statement.setBoolean(at++, delivery.uncertain());
        statement.setObject(at++, Moments.storedOrNull(delivery.dueAt()));
        statement.setString(at++, delivery.worker());
        Numbers.bind(statement, at++, delivery.waitsFor());
        statement.setString(at++, delivery.outcome());
        statement.setObject(at++, Moments.storedOrNull(delivery.endedAt()));
        return at;
    }

    List<StoredDelivery> takeDue(String channel, Instant now, int limit) throws SQLException {
        return select().add(
                        " where channel = ? and due_at between ? and ? order by channel, due_at, task_id limit ?"
                                + SKIPPING,
                        channel,
                        Moments.stored(Instant.EPOCH),
                        Moments.stored(now),
                        limit)
                .list(this::delivery);
    }

    List<StoredDelivery> inLine(String channel, Collection<Long> keyHashes) throws SQLException {
        return inLine(channel, keyHashes, "", MOST_OF_KEY);
    }

    /** By the index alone, and in its order, so that no database thinks of another way to them. */
    private List<StoredDelivery> inLine(String channel, Collection<Long> keyHashes, String which, int most)
            throws SQLException {
        List<StoredDelivery> found = new ArrayList<>();
        for (List<Long> list : lists(keyHashes)) {
            List<StoredDelivery> few = select().add(IN_LINE, channel)
                    .in(list)
                    .add(which + " limit ?", FEW)
                    .list(this::delivery);
            if (few.size() < FEW) {
                found.addAll(few);
                continue;
            }
            for (long key : list) {
                found.addAll(select().add(IN_LINE + " between ? and ?", channel, key, key)
                        .add(which + " order by channel, waiting, key_hash, task_id limit ?", most)
                        .list(this::delivery));
            }
        }
        return found;
    }

    List<Long> carried(String channel, long keyHash, long first, long last) throws SQLException {
        return new Query(
                        database,
                        "select task_id from ct_delivery where channel = ? and waiting = false and key_hash = ?"
                                + " and task_id between ? and ? and delivery_state in (?, ?, ?) order by task_id",
                        channel,
                        keyHash,
                        first,
                        last,
                        DeliveryState.SUPERSEDED.name(),
                        DeliveryState.DROPPED.name(),
                        DeliveryState.DEAD.name())
                .list(row -> row.getLong("task_id"));
    }

    void endCarried(StoredDelivery ended) throws SQLException {
        new Query(
                        database,
                        "update ct_delivery set ended_at = ? where channel = ? and waiting = false and key_hash = ?"
                                + " and task_id between ? and ? and ended_at is null",
                        Moments.stored(Objects.requireNonNull(ended.endedAt())),
                        ended.channel(),
                        ended.keyHash(),
                        ended.firstTask(),
                        ended.task())
                .execute();
    }

    List<StoredDelivery> lock(String channel, Collection<Long> tasks) throws SQLException {
        List<StoredDelivery> locked = new ArrayList<>();
        for (List<Long> list : Query.lists(tasks.stream().sorted().toList())) {
            locked.addAll(select().add(" where task_id")
                    .in(list)
                    .add(" and channel = ? and waiting = true order by task_id" + SKIPPING, channel)
                    .list(this::delivery));
        }
        return locked;
    }

    Optional<StoredDelivery> find(long task, String channel) throws SQLException {
        return select()
                .add(" where task_id = ? and channel = ?" + database.product().lockingRows(), task, channel)
                .list(this::delivery)
                .stream()
                .findFirst();
    }

    boolean isOvertaken(StoredDelivery delivery) throws SQLException {
        return !new Query(
                        database,
                        "select task_id from ct_delivery where channel = ? and waiting in (true, false) and key_hash = ?"
                                + " and task_id > ? and delivery_state in (?, ?) limit 1",
                        delivery.channel(),
                        delivery.keyHash(),
                        delivery.task(),
                        DeliveryState.DONE.name(),
                        DeliveryState.RUNNING.name())
                .list(row -> row.getLong("task_id"))
                .isEmpty();
    }

    void wake(String channel, Collection<Long> keyHashes, Instant now) throws SQLException {
        for (List<Long> list : lists(keyHashes)) {
            new Query(
                            database,
                            "update ct_delivery set due_at = ?, waits_for = null where channel = ? and waits_for",
                            Moments.stored(now),
                            channel)
                    .in(list)
                    .execute();
        }
    }

    /** The first one of each key, unless it is due at some time, or somebody is at work on it or has to decide about it. */
    void wakeFirst(String channel, Collection<Long> keyHashes, Instant now) throws SQLException {
        Map<Long, Long> first = new TreeMap<>();
        for (StoredDelivery each : inLine(channel, keyHashes, " and ended_at is null", 1)) {
            first.merge(each.keyHash(), each.task(), Math::min);
        }
        for (List<Long> list : Query.lists(first.values())) {
            new Query(
                            database,
                            "update ct_delivery set due_at = ?, waits_for = null where channel = ?"
                                    + " and due_at is null and delivery_state in (?, ?, ?) and task_id",
                            Moments.stored(now),
                            channel,
                            DeliveryState.PENDING.name(),
                            DeliveryState.RETRY.name(),
                            DeliveryState.BLOCKED.name())
                    .in(list)
                    .execute();
        }
    }

    void park(String channel, Collection<Long> keyHashes) throws SQLException {
        for (List<Long> list : lists(keyHashes)) {
            new Query(
                            database,
                            "update ct_delivery set due_at = null where channel = ? and waiting = true"
                                    + " and due_at is not null and delivery_state in (?, ?, ?) and key_hash",
                            channel,
                            DeliveryState.PENDING.name(),
                            DeliveryState.RETRY.name(),
                            DeliveryState.BLOCKED.name())
                    .in(list)
                    .execute();
        }
    }

    boolean isParked(String channel) throws SQLException {
        return !new Query(
                        database,
                        "select task_id from ct_delivery where channel = ? and waiting = true and ended_at is null"
                                + " and delivery_state = ? limit 1",
                        channel,
                        DeliveryState.DEAD.name())
                .list(row -> row.getLong("task_id"))
                .isEmpty();
    }

    void hasten(String channel, Instant now) throws SQLException {
        new Query(
                        database,
                        "update ct_delivery set due_at = ? where channel = ? and due_at > ? and delivery_state in (?, ?)",
                        Moments.stored(now),
                        channel,
                        Moments.stored(now),
                        DeliveryState.RETRY.name(),
                        DeliveryState.BLOCKED.name())
                .execute();
    }

    List<StoredDelivery> ofTask(long task) throws SQLException {
        return select().add(" where task_id = ? order by channel", task).list(this::delivery);
    }

    List<StoredDelivery> page(Filter filter, long after, int limit) throws SQLException {
        Query query = select().add(" where task_id > ?", after);
        if (filter.channel() != null) {
            query.add(" and channel = ?", filter.channel());
        } else if (filter.direction() != null) {
            query.add(" and channel like ?", filter.direction().channel("%"));
        }
        if (!filter.states().isEmpty()) {
            query.add(" and delivery_state")
                    .in(filter.states().stream()
                            .map(DeliveryState::name)
                            .sorted()
                            .toList());
        }
        return query.add(" order by task_id, channel limit ?", limit).list(this::delivery);
    }

    Optional<Instant> nextDue(String channel) throws SQLException {
        return new Query(
                        database,
                        "select due_at from ct_delivery where channel = ? and due_at >= ?"
                                + " order by channel, due_at, task_id limit 1",
                        channel,
                        Moments.stored(Instant.EPOCH))
                .list(row -> Objects.requireNonNull(Moments.read(row, "due_at", database.product()))).stream()
                        .findFirst();
    }

    /** What was given up before stays as it is, and is kept no longer than all that ended. */
    int drop(String channel, Instant now) throws SQLException {
        new Query(
                        database,
                        "update ct_delivery set ended_at = ? where channel = ? and waiting = false and ended_at is null",
                        Moments.stored(now),
                        channel)
                .execute();
        int dropped = new Query(
                        database,
                        "update ct_delivery set delivery_state = ?, due_at = null, ended_at = ?"
                                + " where channel = ? and waiting = true and ended_at is null",
                        DeliveryState.DROPPED.name(),
                        Moments.stored(now),
                        channel)
                .execute();
        new Query(database, "update ct_delivery set waiting = false where channel = ? and waiting = true", channel)
                .execute();
        return dropped;
    }

    /** H2 finds one value by a later column of an index, and a list of them by its first column alone. */
    private List<List<Long>> lists(Collection<Long> keyHashes) {
        return database.product() == Database.H2
                ? keyHashes.stream().map(List::of).toList()
                : Query.lists(keyHashes);
    }

    private Query select() {
        return new Query(database, "select " + COLUMNS + " from ct_delivery");
    }

    private StoredDelivery delivery(ResultSet row) throws SQLException {
        return new StoredDelivery(
                row.getLong("task_id"),
                Objects.requireNonNull(row.getString("channel")),
                row.getLong("key_hash"),
                row.getBoolean("creates"),
                row.getLong("first_task"),
                DeliveryState.valueOf(row.getString("delivery_state")),
                row.getBoolean("waiting"),
                row.getInt("attempts"),
                row.getBoolean("uncertain"),
                Moments.read(row, "due_at", database.product()),
                row.getString("worker"),
                Numbers.readOrNull(row, "waits_for"),
                row.getString("outcome"),
                Moments.read(row, "ended_at", database.product()));
    }
}
