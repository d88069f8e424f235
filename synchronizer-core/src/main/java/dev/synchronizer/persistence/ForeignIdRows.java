package dev.synchronizer.persistence;

import dev.synchronizer.store.ForeignIds;
import java.util.Optional;
import java.util.UUID;

/** What other systems call items, in somebody's transaction. */
final class ForeignIdRows implements ForeignIds {
    private final Steps steps;

    ForeignIdRows(Steps steps) {
        this.steps = steps;
    }

    private Query query(String sql, Object... values) {
        return new Query(steps.database(), sql, values);
    }

    @Override
    public Optional<UUID> item(String connector, String foreignId) {
        return steps.get(() -> query(
                        "select item_id from ct_foreign_id where connector = ? and foreign_id = ?",
                        connector,
                        foreignId)
                .list(row -> Ids.read(row, "item_id", steps.database().product()))
                .stream()
                .findFirst());
    }

    @Override
    public Optional<String> foreignId(String connector, UUID item) {
        return steps.get(
                () -> query("select foreign_id from ct_foreign_id where connector = ? and item_id = ?", connector, item)
                        .list(row -> row.getString("foreign_id"))
                        .stream()
                        .findFirst());
    }

    @Override
    public void bind(String connector, String foreignId, UUID item) {
        steps.run(() -> query(
                        "insert into ct_foreign_id (connector, foreign_id, item_id) values (?, ?, ?)",
                        connector,
                        foreignId,
                        item)
                .execute());
    }

    @Override
    public void release(String connector, String foreignId) {
        steps.run(() -> query("delete from ct_foreign_id where connector = ? and foreign_id = ?", connector, foreignId)
                .execute());
    }
}
