package dev.synchronizer.persistence;

import dev.synchronizer.store.LostValue;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The values that runs could not keep; whoever adds to them holds the lock. */
final class LossRows {
    private final OpenDatabase database;

    LossRows(OpenDatabase database) {
        this.database = database;
    }

    List<LostValue> ofRun(long run, int limit) throws SQLException {
        return new Query(database, "select item_id, property, data_type, language, lost_value from ct_run_loss")
                .add(" where run_id = ? order by place limit ?", run, limit)
                .list(row -> new LostValue(
                        Ids.read(row, "item_id", database.product()),
                        row.getString("property"),
                        row.getString("data_type"),
                        row.getString("language"),
                        row.getString("lost_value")));
    }

    /** However many values there are, and however long, they are few. */
    List<String> properties(long run) throws SQLException {
        return new Query(database, "select distinct property from ct_run_loss where run_id = ?", run)
                .list(row -> row.getString("property")).stream().sorted().toList();
    }

    /** Adds values behind those that the run already lost. */
    void add(long run, Collection<LostValue> values) throws SQLException {
        AtomicInteger place = new AtomicInteger(last(run));
        String sql = "insert into ct_run_loss (run_id, place, item_id, property, data_type, language, lost_value)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        Batch.send(database.connection(), sql, values, (insert, value) -> {
            insert.setLong(1, run);
            insert.setInt(2, place.incrementAndGet());
            Ids.bind(insert, 3, value.item(), database.product());
            insert.setString(4, value.property());
            insert.setString(5, value.dataType());
            insert.setString(6, value.language());
            insert.setString(7, value.value());
        });
    }

    private int last(long run) throws SQLException {
        return new Query(database, "select coalesce(max(place), 0) as last from ct_run_loss where run_id = ?", run)
                .list(row -> row.getInt("last"))
                .get(0);
    }
}
