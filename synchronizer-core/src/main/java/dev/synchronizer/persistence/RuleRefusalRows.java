package dev.synchronizer.persistence;

import dev.synchronizer.store.RuleRefusal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items that applications of rules left as they are. */
final class RuleRefusalRows {
    private final OpenDatabase database;

    RuleRefusalRows(OpenDatabase database) {
        this.database = database;
    }

    void add(long run, Collection<RuleRefusal> refusals) throws SQLException {
        String sql =
                "insert into ct_rule_refusal (run_id, item_id, type_name, item_name, problems) values (?, ?, ?, ?, ?)";
        Batch.send(database.connection(), sql, refusals, (insert, refusal) -> {
            insert.setLong(1, run);
            Ids.bind(insert, 2, refusal.item(), database.product());
            insert.setString(3, refusal.type());
            insert.setString(4, refusal.name());
            insert.setString(5, refusal.problems());
        });
    }

    List<RuleRefusal> page(long run, @Nullable UUID after, int limit) throws SQLException {
        Query query = new Query(
                database, "select item_id, type_name, item_name, problems from ct_rule_refusal where run_id = ?", run);
        if (after != null) {
            query.add(" and item_id > ?", after);
        }
        return query.add(" order by item_id limit ?", limit)
                .list(row -> new RuleRefusal(
                        Ids.read(row, "item_id", database.product()),
                        row.getString("type_name"),
                        row.getString("item_name"),
                        row.getString("problems")));
    }
}
