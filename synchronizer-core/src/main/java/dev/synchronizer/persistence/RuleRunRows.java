package dev.synchronizer.persistence;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.store.RuleRunRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far rules have been applied anew. */
final class RuleRunRows {
    private static final String COLUMNS =
            "store, actor, started_at, ended_at, rule_names, type_names, fingerprints, last_item, looked, changed,"
                    + " refused, run_state, message";

    private static final int MOST_FORGOTTEN = 1_000;

    private final OpenDatabase database;

    RuleRunRows(OpenDatabase database) {
        this.database = database;
    }

    List<RuleRunRecord> newest(String ofStore, int limit) throws SQLException {
        return select().add(" where store = ? order by id desc limit ?", ofStore, limit)
                .list(this::run);
    }

    List<RuleRunRecord> unfinished(String ofStore) throws SQLException {
        String running = RuleRunRecord.State.RUNNING.name();
        return select().add(" where store = ? and run_state = ? order by id desc", ofStore, running)
                .list(this::run);
    }

    Optional<RuleRunRecord> lock(long id) throws SQLException {
        return select().add(" where id = ?" + database.product().lockingRows(), id).list(this::run).stream()
                .findFirst();
    }

    /** Adds one, and gives the id that the database gave it. */
    long add(RuleRunRecord run) throws SQLException {
        String sql = "insert into ct_rule_run (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = database.connection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(insert, run);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private void bind(PreparedStatement insert, RuleRunRecord run) throws SQLException {
        insert.setString(1, run.store());
        insert.setString(2, run.actor());
        insert.setObject(3, Moments.stored(run.startedAt()));
        insert.setObject(4, Moments.storedOrNull(run.endedAt()));
        insert.setString(5, TextList.json(run.rules()));
        insert.setString(6, TextList.json(run.types()));
        insert.setString(7, json(run.fingerprints()));
        Ids.bind(insert, 8, run.lastItem(), database.product());
        insert.setLong(9, run.looked());
        insert.setLong(10, run.changed());
        insert.setLong(11, run.refused());
        insert.setString(12, run.state().name());
        insert.setString(13, run.message());
    }

    void advance(long id, UUID lastItem, long looked, long changed, long refused) throws SQLException {
        new Query(
                        database,
                        "update ct_rule_run set last_item = ?, looked = ?, changed = ?, refused = ? where id = ?",
                        lastItem,
                        looked,
                        changed,
                        refused,
                        id)
                .execute();
    }

    void end(long id, RuleRunRecord.State state, Instant at, @Nullable String message) throws SQLException {
        String sql = "update ct_rule_run set run_state = ?, ended_at = ?, message = ? where id = ?";
        Batch.send(database.connection(), sql, List.of(id), (update, run) -> {
            update.setString(1, state.name());
            update.setObject(2, Moments.stored(at));
            update.setString(3, message == null ? null : ColumnText.storable(message));
            update.setLong(4, run);
        });
    }

    /** They are read before they are deleted, for that waits for nobody who is at work on another one. */
    void forget(RuleRunRecord like, int kept) throws SQLException {
        List<Long> ended = new Query(
                        database,
                        "select id from ct_rule_run where store = ? and rule_names = ? and type_names = ? and run_state <> ?"
                                + " order by id desc limit ? offset ?",
                        like.store(),
                        TextList.json(like.rules()),
                        TextList.json(like.types()),
                        RuleRunRecord.State.RUNNING.name(),
                        MOST_FORGOTTEN,
                        kept)
                .list(row -> row.getLong("id"));
        for (List<Long> ids : Query.lists(ended)) {
            new Query(database, "delete from ct_rule_refusal where run_id")
                    .in(ids)
                    .execute();
            new Query(database, "delete from ct_rule_run where id").in(ids).execute();
        }
    }

    private static String json(SortedMap<String, String> fingerprints) {
        return JsonOut.compact(out -> out.object(() -> fingerprints.forEach(out::text)));
    }

    private static SortedMap<String, String> fingerprints(String json) {
        return JsonIn.read(json, in -> {
            SortedMap<String, String> fingerprints = new TreeMap<>();
            in.object(name -> fingerprints.put(name, in.text()));
            return fingerprints;
        });
    }

    private Query select() {
        return new Query(database, "select id, " + COLUMNS + " from ct_rule_run");
    }

    private RuleRunRecord run(ResultSet row) throws SQLException {
        return new RuleRunRecord(
                row.getLong("id"),
                row.getString("store"),
                row.getString("actor"),
                Objects.requireNonNull(Moments.read(row, "started_at", database.product())),
                Moments.read(row, "ended_at", database.product()),
                TextList.read(row.getString("rule_names")),
                TextList.read(row.getString("type_names")),
                fingerprints(row.getString("fingerprints")),
                Ids.readOrNull(row, "last_item", database.product()),
                row.getLong("looked"),
                row.getLong("changed"),
                row.getLong("refused"),
                RuleRunRecord.State.valueOf(row.getString("run_state")),
                row.getString("message"));
    }
}
