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
import java.util.Objects;
import java.util.Optional;

/** How far tasks have come on their ways. */
final class DeliveryRows {
    private static final String COLUMNS = "task_id, channel, key_hash, creates, first_task, delivery_state, waiting,"
            + " attempts, uncertain, due_at, worker, waits_for, outcome, ended_at";

    /** They are read without what they failed with. */
    private static final String SKIPPING = " for update skip locked";

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
            insert.setBoolean(4, delivery.creates());
            bind(insert, 5, delivery);
        });
    }

    void update(Collection<StoredDelivery> deliveries) throws SQLException {
        String sql = "update ct_delivery set first_task = ?, delivery_state = ?, waiting = ?, attempts = ?,"
                + " uncertain = ?, due_at = ?, worker = ?, waits_for = ?, outcome = ?, ended_at = ?"
                + " where task_id = ? and channel = ?";
        Batch.send(database.connection(), sql, deliveries, (update, delivery) -> {
            int next = bind(update, 1, delivery);
            update.setLong(next, delivery.task());
            update.setString(next + 1, delivery.channel());
        });
    }

    private static int bind(PreparedStatement statement, int first, StoredDelivery delivery) throws SQLException {
        int at = first;
        statement.setLong(at++, delivery.firstTask());
        statement.setString(at++, delivery.state().name());
        statement.setBoolean(at++, delivery.waiting());
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
                        " where channel = ? and due_at <= ? order by due_at, task_id limit ?" + SKIPPING,
                        channel,
                        Moments.stored(now),
                        limit)
                .list(this::delivery);
    }

    List<StoredDelivery> waiting(String channel, Collection<Long> keyHashes) throws SQLException {
        List<StoredDelivery> waiting = new ArrayList<>();
        for (List<Long> list : Query.lists(keyHashes)) {
            waiting.addAll(select().add(" where channel = ? and waiting = true and key_hash", channel)
                    .in(list)
                    .list(this::delivery));
        }
        return waiting;
    }

    List<Long> carried(String channel, long keyHash, long first, long last) throws SQLException {
        return new Query(
                        database,
                        "select task_id from ct_delivery where channel = ? and waiting = false and key_hash = ?"
                                + " and task_id between ? and ? and delivery_state = ? order by task_id",
                        channel,
                        keyHash,
                        first,
                        last,
                        DeliveryState.SUPERSEDED.name())
                .list(row -> row.getLong("task_id"));
    }

    void endCarried(StoredDelivery ended) throws SQLException {
        new Query(
                        database,
                        "update ct_delivery set ended_at = ? where channel = ? and waiting = false and key_hash = ?"
                                + " and task_id between ? and ? and delivery_state = ? and ended_at is null",
                        Moments.stored(Objects.requireNonNull(ended.endedAt())),
                        ended.channel(),
                        ended.keyHash(),
                        ended.firstTask(),
                        ended.task(),
                        DeliveryState.SUPERSEDED.name())
                .execute();
    }

    List<Long> lock(String channel, Collection<Long> tasks) throws SQLException {
        List<Long> locked = new ArrayList<>();
        for (List<Long> list : Query.lists(tasks.stream().sorted().toList())) {
            locked.addAll(new Query(database, "select task_id from ct_delivery where task_id")
                    .in(list)
                    .add(" and channel = ? order by task_id" + SKIPPING, channel)
                    .list(row -> row.getLong("task_id")));
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

    void wake(String channel, Collection<Long> keyHashes, Instant now) throws SQLException {
        for (List<Long> list : Query.lists(keyHashes)) {
            new Query(
                            database,
                            "update ct_delivery set due_at = ?, waits_for = null where channel = ? and waits_for",
                            Moments.stored(now),
                            channel)
                    .in(list)
                    .execute();
        }
    }

    void wakeFirst(String channel, Collection<Long> keyHashes, Instant now) throws SQLException {
        for (long key : keyHashes) {
            List<Long> first = new Query(
                            database,
                            "select task_id from ct_delivery where channel = ? and waiting = true and key_hash = ?"
                                    + " order by task_id limit 1",
                            channel,
                            key)
                    .list(row -> row.getLong("task_id"));
            for (long task : first) {
                new Query(
                                database,
                                "update ct_delivery set due_at = ? where task_id = ? and channel = ?"
                                        + " and delivery_state in (?, ?)",
                                Moments.stored(now),
                                task,
                                channel,
                                DeliveryState.PENDING.name(),
                                DeliveryState.RETRY.name())
                        .execute();
            }
        }
    }

    boolean isParked(String channel) throws SQLException {
        return !new Query(
                        database,
                        "select task_id from ct_delivery where channel = ? and waiting = true and delivery_state = ?"
                                + " limit 1",
                        channel,
                        DeliveryState.DEAD.name())
                .list(row -> row.getLong("task_id"))
                .isEmpty();
    }

    void hasten(String channel, Instant now) throws SQLException {
        new Query(
                        database,
                        "update ct_delivery set due_at = ? where channel = ? and due_at > ? and delivery_state = ?",
                        Moments.stored(now),
                        channel,
                        Moments.stored(now),
                        DeliveryState.RETRY.name())
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
        return new Query(database, "select min(due_at) as due_at from ct_delivery where channel = ?", channel)
                .list(row -> Optional.ofNullable(Moments.read(row, "due_at", database.product())))
                .get(0);
    }

    int drop(String channel, Instant now) throws SQLException {
        new Query(
                        database,
                        "update ct_delivery set ended_at = ? where channel = ? and waiting = false and ended_at is null",
                        Moments.stored(now),
                        channel)
                .execute();
        return new Query(
                        database,
                        "update ct_delivery set delivery_state = ?, waiting = false, due_at = null, ended_at = ?"
                                + " where channel = ? and waiting = true",
                        DeliveryState.DROPPED.name(),
                        Moments.stored(now),
                        channel)
                .execute();
    }

    /** The tasks of deliveries that ended before a moment. */
    List<Long> ended(Instant before, int limit) throws SQLException {
        return new Query(
                        database,
                        "select distinct task_id from ct_delivery where ended_at < ? limit ?",
                        Moments.stored(before),
                        limit)
                .list(row -> row.getLong("task_id"));
    }

    /** Deletes the deliveries of tasks that have ended before a moment. */
    void delete(Collection<Long> tasks, Instant before) throws SQLException {
        for (List<Long> list : Query.lists(tasks)) {
            new Query(database, "delete from ct_delivery where ended_at < ? and task_id", Moments.stored(before))
                    .in(list)
                    .execute();
        }
    }

    /** Those of some tasks that are still on their way somewhere, or carried along by one that is. */
    List<Long> withDeliveries(Collection<Long> tasks) throws SQLException {
        List<Long> kept = new ArrayList<>();
        for (List<Long> list : Query.lists(tasks)) {
            kept.addAll(new Query(database, "select distinct task_id as task from ct_delivery where task_id")
                    .in(list)
                    .list(row -> row.getLong("task")));
            kept.addAll(new Query(database, "select distinct first_task as task from ct_delivery where first_task")
                    .in(list)
                    .list(row -> row.getLong("task")));
        }
        return kept;
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
