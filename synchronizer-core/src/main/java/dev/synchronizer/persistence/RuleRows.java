package dev.synchronizer.persistence;

import dev.synchronizer.store.StoredRule;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The rules that administrators keep; whoever writes them holds the lock. */
final class RuleRows {
    private static final Comparator<StoredRule> ORDER =
            Comparator.comparingInt(StoredRule::order).thenComparing(StoredRule::name);

    private final OpenDatabase database;

    RuleRows(OpenDatabase database) {
        this.database = database;
    }

    List<StoredRule> all() throws SQLException {
        return new Query(
                        database,
                        "select name, store, rule_order, enabled, definition, saved_at, saved_by from ct_rule")
                        .list(row -> new StoredRule(
                                row.getString("name"),
                                row.getString("store"),
                                row.getInt("rule_order"),
                                row.getBoolean("enabled"),
                                row.getString("definition"),
                                Objects.requireNonNull(Moments.read(row, "saved_at", database.product())),
                                row.getString("saved_by")))
                        .stream()
                        .sorted(ORDER)
                        .toList();
    }

    void save(StoredRule rule) throws SQLException {
        delete(rule.name());
        new Query(
                        database,
                        "insert into ct_rule (name_key, name, store, rule_order, enabled, definition, saved_at, saved_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        key(rule.name()),
                        rule.name(),
                        rule.store(),
                        rule.order(),
                        rule.enabled(),
                        rule.definition(),
                        Moments.stored(rule.savedAt()),
                        rule.savedBy())
                .execute();
    }

    boolean delete(String name) throws SQLException {
        return new Query(database, "delete from ct_rule where name_key = ?", key(name)).execute() > 0;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
